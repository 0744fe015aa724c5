import type { shellText } from './shell.ts';
import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';
import { settingsText } from './settings.ts';

/** What the key with which commands are given is called on this computer. */
const isMac = /Mac/.test(navigator.userAgent);
const commandKey = isMac ? 'Cmd' : 'Ctrl';
const HELP = 'Find any act, place or device';

export const paletteText = {
  keyName: `${commandKey} K`,
  keyHelp: `${commandKey} + K`,
  keyShortcut: isMac ? 'Meta+K' : 'Control+K',
  help: HELP,
  button: `${HELP} (${commandKey} K)`,
  title: 'Acts, places and devices',
  field: 'What are you looking for?',
  placeholder: 'An act, a place, or a device',
  escape: 'Esc',
  close: 'Close (Esc)',
  list: 'Found',
  forDevice: (title: string) => `For ${title}`,
  forSelection: (number: number) =>
    number === 1 ? 'For the selected device' : `For the ${formatter.number(number)} selected devices`,
  goTo: 'Go to',
  devices: 'Devices',
  others: 'Anything else',
  notNow: (reason: string) => `Not now: ${reason}`,
  showAll: (number: number) => `Show all ${devicesText(number)} in the queue`,
  searching: 'Looking in the queue…',
  none: (query: string) => `Nothing here is called “${query}”.`,
  noneHint: 'Devices are found by serial number, model, user, group tag or name. Fewer letters find more.',
  count: (number: number) => (number === 1 ? '1 found' : `${formatter.number(number)} found`),
  choose: 'choose',
  enter: 'do it',
  scanHint: 'A scan is still a scan: it closes this list.',
  /** What stands in each place, to be found by. */
  inside: {
    bench: 'What runs, what needs a look, what is ready',
    queue: 'All devices',
    intake: 'Import files',
    checklists: 'Open and finished ones',
    activity: 'Changes for Microsoft, audit log',
    shift: 'What was done, by whom, why it failed, what is left',
    tenants: 'Sign-in, permissions',
    settings: [
      settingsText.workplace,
      settingsText.scanner,
      settingsText.look,
      settingsText.labels,
      settingsText.beta,
      settingsText.data,
    ].join(', '),
    help: 'What error codes, events and symptoms mean',
  } satisfies Record<keyof typeof shellText.places, string>,
} as const;
