import type { Connection } from '../api/transport.ts';
import type { Reach } from '../../shared/jobs/reach.ts';
import { formatter } from './formatter.ts';

export const shellText = {
  places: {
    bench: 'Bench',
    queue: 'Queue',
    intake: 'Intake',
    checklists: 'Checklists',
    activity: 'Activity',
    tenants: 'Tenants',
    settings: 'Settings',
  },
  railLabel: 'Places',
  skip: 'Skip to the page',
  noTenant: 'No tenant yet',
  practice: 'Practice',
  switchTenant: (name: string) => `Tenant: ${name}. Switch tenant`,
  manageTenants: 'Manage tenants',
  reach: {
    noTenant: 'No tenant yet',
    signedOut: 'Nobody is signed in',
    untried: 'Not asked yet',
    reached: 'Online',
    unreached: 'Offline',
  } satisfies Record<Reach, string>,
  offlineSince: 'Offline since',
  connection: {
    connecting: 'Connecting…',
    connected: '',
    lost: 'Reseal does not answer. What is on screen may be old. Start it again, and this page finds it by itself; if it prints another address than before, open that one.',
    refused: 'Reseal does not know this tab. Paste the address that Reseal printed when it started into this tab.',
  } satisfies Record<Connection, string>,
  outbox: (count: number) => (count === 0 ? 'Nothing to send' : `${formatter.number(count)} to send`),
  outboxPaused: (count: number) => `Paused, ${formatter.number(count)} to send`,
  notifications: (count: number) =>
    count === 0 ? 'No notifications' : formatter.count(count, 'notification', 'notifications'),
  moreNotifications: (count: number) => `${formatter.number(count)} more in Activity.`,
  noNotifications: 'Nothing needs you right now.',
  seeActivity: 'See Activity',
  goToBench: 'Go to the bench',
  goToIntake: 'Go to Intake',
  keys: 'Keys',
  anotherWindow: 'Open another window',
  anotherWindowAlso: 'second new tab window',
  keysAlso: 'keyboard shortcuts help',
  keysHelp: 'This list',
  keysScan: 'Scanning works on every page, without clicking a field first.',
  nowhereTitle: 'There is nothing at this address',
  nowhere: 'The link is old or was cut off. Start from the queue.',
  toQueue: 'Go to the queue',
  brokenTitle: 'This screen stopped working',
  broken: 'What you have entered is safe. Load the page again, or go on in another place.',
  reload: 'Load the page again',
} as const;

/** What `?` shows besides the places and the acts that have a key. These keys are handled where they act. */
export const keyHelp: readonly { readonly keys: string; readonly act: string }[] = [
  { keys: 'S', act: 'Go to the scan field' },
  { keys: '/', act: 'Search in this list' },
  { keys: 'N', act: 'Do the next step of this device' },
  { keys: 'Arrows, Page, Home, End', act: 'Move in a table' },
  { keys: 'Space', act: 'Select the row' },
  { keys: 'Shift + arrows', act: 'Select a range' },
  { keys: 'Ctrl + A', act: 'Select everything that matches' },
  { keys: 'Enter', act: 'Open the row' },
  { keys: 'F2', act: 'Correct the row of an import in place' },
  { keys: 'Ctrl + Z', act: 'Undo the last act, while its message is there' },
  { keys: 'Alt + left', act: 'Back' },
  { keys: 'Esc', act: 'Close a dialog or the answer to a scan' },
];
