import type { EventLog } from '../../knowledge/entry.ts';

/** A log of Windows that tells of a deployment: those that the knowledge speaks of, and a few more. */
export type DiagnosticLog = EventLog | 'provisioning' | 'entra' | 'apps' | 'system' | 'bootstrapper';

/** Each log with the channel and the file that the collector makes of it, both in lower case, as one begins. */
const channels: readonly { readonly log: DiagnosticLog; readonly channel: string; readonly words: string }[] = [
  {
    log: 'autopilot',
    channel: 'microsoft-windows-moderndeployment-diagnostics-provider/autopilot',
    words: 'Autopilot log',
  },
  // Up to Windows 10 1803, the same numbers stood here.
  {
    log: 'autopilot',
    channel: 'microsoft-windows-provisioning-diagnostics-provider/autopilot',
    words: 'Autopilot log',
  },
  {
    log: 'management',
    channel: 'microsoft-windows-moderndeployment-diagnostics-provider/managementservice',
    words: 'ManagementService log',
  },
  {
    log: 'mdm',
    channel: 'microsoft-windows-devicemanagement-enterprise-diagnostics-provider/admin',
    words: 'device management log',
  },
  {
    log: 'deviceRegistration',
    channel: 'microsoft-windows-user device registration/admin',
    words: 'User Device Registration log',
  },
  { log: 'shell', channel: 'microsoft-windows-shell-core/operational', words: 'Shell-Core log' },
  {
    log: 'provisioning',
    channel: 'microsoft-windows-provisioning-diagnostics-provider/admin',
    words: 'provisioning log',
  },
  { log: 'entra', channel: 'microsoft-windows-aad/operational', words: 'Microsoft Entra log' },
  { log: 'apps', channel: 'microsoft-windows-appxdeploymentserver/operational', words: 'store app log' },
  { log: 'system', channel: 'system', words: 'System log' },
  { log: 'bootstrapper', channel: 'microsoft-autopilot-bootstrapperagent/', words: 'bootstrapper log' },
];

/** The log by the channel that an event names; null for one that tells nothing of a deployment. */
export function logOfChannel(channel: string): DiagnosticLog | null {
  const name = channel.toLowerCase();
  return (
    channels.find(({ channel: known }) => (known.endsWith('/') ? name.startsWith(known) : name === known))?.log ?? null
  );
}

/** The log by the name of its file: with `-` or `%4` where the channel has `/`. */
export function logOfFile(fileName: string): DiagnosticLog | null {
  const name = fileName
    .toLowerCase()
    .replace(/\.evtx$/, '')
    .replaceAll('%4', '-');
  return channels.find(({ channel }) => name === channel.replaceAll('/', '-'))?.log ?? null;
}

/** What a person calls the log. */
export function logWords(log: DiagnosticLog): string {
  return channels.find((one) => one.log === log)?.words ?? log;
}
