import { z } from 'zod';

export const source = z.object({ title: z.string(), address: z.string() });
export type Source = z.infer<typeof source>;

/**
 * Where what is said of `AutopilotConfigurationFile.json` comes from. Microsoft's page has the table of properties and an example;
 * what the table leaves out is taken from the module that the same page tells people to use.
 */
export const sources = {
  page: {
    title: 'Windows Autopilot deployment for existing devices',
    address: 'https://learn.microsoft.com/en-us/autopilot/existing-devices',
  },
  /** The same page, whose example was whole then. */
  pageOf2023: {
    title: 'Windows Autopilot deployment for existing devices, as it was on 10 March 2023',
    address:
      'https://github.com/MicrosoftDocs/memdocs/blob/02030bffcaa7eb566dcf9311909d9d1ebf83d223/autopilot/existing-devices.md',
  },
  createFile: {
    title: 'Windows Autopilot deployment for existing devices: Create JSON file for Autopilot profiles',
    address: 'https://learn.microsoft.com/en-us/autopilot/tutorial/existing-devices/create-json-file',
  },
  workflow: {
    title:
      'Step by step tutorial for Windows Autopilot deployment for existing devices in Intune and Configuration Manager',
    address: 'https://learn.microsoft.com/en-us/autopilot/tutorial/existing-devices/existing-devices-workflow',
  },
  knownIssues: {
    title: 'Windows Autopilot known issues',
    address: 'https://learn.microsoft.com/en-us/autopilot/known-issues',
  },
  profiles: { title: 'Configure Autopilot profiles', address: 'https://learn.microsoft.com/en-us/autopilot/profiles' },
  /** What `ConvertTo-AutopilotConfigurationJSON` writes. */
  module: {
    title: 'WindowsAutopilotIntune, the module with ConvertTo-AutopilotConfigurationJSON',
    address: 'https://www.powershellgallery.com/packages/WindowsAutopilotIntune',
  },
  /** The one place that names the bits above 16. */
  diagnostics: {
    title: 'Get-AutopilotDiagnostics, a script of the author of that module',
    address: 'https://www.powershellgallery.com/packages/Get-AutopilotDiagnostics',
  },
} as const satisfies Readonly<Record<string, Source>>;
