import type { Settings } from './settings.ts';

const toldNames = [
  'labName',
  'benchName',
  'technicianInitials',
  'checklistsAtStart',
  'deviceLinkBeta',
  'printerHost',
  'printerPort',
  'keepUsersDays',
  'keepHashesDays',
  'keepHistoryYears',
] as const;

/** The settings that change what is recorded, sent or kept: how each is told in the audit log. */
const told = {
  labName: ({ labName }) => `the lab is called “${labName}”`,
  benchName: ({ benchName }) => `this computer stands at the bench “${benchName}”`,
  technicianInitials: ({ technicianInitials }) => `the initials are “${technicianInitials}”`,
  checklistsAtStart: ({ checklistsAtStart }) =>
    `these checklists begin with a technician flow: ${checklistsAtStart.join(', ') || 'none'}`,
  deviceLinkBeta: ({ deviceLinkBeta }) => `devices ${deviceLinkBeta ? 'may' : 'may not'} be associated by DeviceLink`,
  printerHost: ({ printerHost }) =>
    `labels go to ${printerHost === '' ? 'no printer' : `the printer at ${printerHost}`}`,
  printerPort: ({ printerPort }) => `the label printer listens on port ${printerPort}`,
  keepUsersDays: ({ keepUsersDays }) => `users are kept ${spanOf(keepUsersDays, 'days')} after the user flow`,
  keepHashesDays: ({ keepHashesDays }) => `hashes are kept ${spanOf(keepHashesDays, 'days')} after shipping`,
  keepHistoryYears: ({ keepHistoryYears }) => `histories are kept ${spanOf(keepHistoryYears, 'years')}`,
} satisfies Record<(typeof toldNames)[number], (settings: Settings) => string>;

/** What a change of settings means, as one sentence for the audit log; null where it is a matter of looks and sounds. */
export function settingChangeWords(before: Settings, after: Settings): string | null {
  const names = toldNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (names.length === 0) return null;
  return `Changed the settings: ${names.map((name) => told[name](after)).join('; ')}.`;
}

const spanOf = (value: number | null, unit: string): string => (value === null ? 'for ever' : `${value} ${unit}`);
