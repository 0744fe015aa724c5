import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

export const preparationText = {
  act: 'Device preparation',
  otherwise: 'device preparation policy group owner provisioning client apps scripts autopilot v2',
  title: (tenant: string) => `Device preparation of ${tenant}`,
  sentence: 'Of several policies for one user, the one with the lowest priority number wins; they stand in that order.',
  never: 'The policies have not been read yet. Reading changes nothing at Microsoft.',
  none: 'The tenant has no policy of device preparation.',
  table: 'Policies of device preparation',
  columns: { name: 'Policy', kind: 'Begun', priority: 'Priority', group: 'Device group', items: 'Apps, scripts' },
  items: (apps: number, scripts: number) => `${formatter.number(apps)}, ${formatter.number(scripts)}`,
  right: 'Nothing is wrong with it.',
  endedEarly: 'Microsoft’s list ended early; policies may be missing.',
  done: (policies: number) =>
    policies === 1 ? 'One policy was read.' : `${formatter.number(policies)} policies were read.`,
  settingsOf: (name: string) => `Settings of ${name}`,
} as const;

export const preparationReportText = {
  act: 'Device preparation report',
  otherwise: 'deployment report device preparation failed succeeded result code',
  title: (tenant: string) => `Device preparation of ${tenant}: report`,
  sentence: 'Intune’s report of the devices that device preparation took, as it came. Reading it takes some minutes.',
  never: 'The report has not been read yet. Reading changes nothing at Microsoft.',
  none: 'The report has no device.',
  noMatch: 'Nothing matches.',
  table: 'Devices that were prepared',
  search: 'Search serial number',
  state: 'Status',
  anyState: 'Any status',
  counts: (matching: number) => devicesText(matching),
  done: (rows: number) => `${devicesText(rows)} read.`,
  columns: {
    serialNumber: 'Serial number',
    deviceName: 'Name',
    enrolled: 'Enrolled',
    status: 'Status',
    phase: 'Phase',
    result: 'Result',
  },
} as const;
