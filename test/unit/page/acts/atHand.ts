import { goGateOf } from '../../../../src/shared/bench/goGate.ts';
import type { DeviceRecord } from '../../../../src/shared/devices/device.ts';
import { deviceViewOf } from '../../../../src/shared/devices/deviceViewOf.ts';
import type { TenantView } from '../../../../src/shared/tenants/tenant.ts';
import type { DeviceAtHand, SelectionAtHand } from '../../../../src/renderer/acts/act.ts';
import { allActs } from '../../../../src/renderer/acts/registry.ts';
import { offersOn, type Offer } from '../../../../src/renderer/acts/offer.ts';
import type { Workspace } from '../../../../src/renderer/app/workspace.ts';
import { readyDevice } from '../../../rigs/deviceRecord.ts';
import { unreadEsp } from '../../../../src/shared/esp/deviceEsp.ts';
import { nothingBeside } from '../../../rigs/besideDevice.ts';

const now = new Date('2026-11-22T12:00:00.000Z');

export const practice: TenantView = {
  id: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11',
  kind: 'practice',
  name: 'Practice tenant',
  colour: 'teal',
  cloud: 'global',
  directoryId: null,
  clientId: null,
  active: true,
  signIn: { state: 'signedIn', account: null, tokens: 'memory', by: 'person' },
  sendsSince: null,
  lastRefreshedAt: null,
  devices: 1,
};

export const workspace: Workspace = {
  settings: {
    labName: '',
    userContact: '',
    paper: 'region',
    benches: [],
    shelves: [],
    alarmKinds: [],
    alarmSounds: false,
    alarmNotifications: false,
    quietFrom: '',
    quietUntil: '',
    benchName: '',
    technicianInitials: '',
    theme: 'system',
    density: 'comfortable',
    sounds: false,
    scannerPrefix: '',
    scannerSuffix: '',
    scansEndBy: 'key',
    labelWidthMm: 62,
    resealWithinMinutes: 30,
    labelHeightMm: 29,
    labelFields: ['model', 'groupTag', 'customer'],
    labelCode: 'both',
    labelDpi: 203,
    labelAs: 'pdf',
    labelSheet: 'none',
    printerHost: '',
    printerPort: 9100,
    checklistsAtStart: [],
    deviceLinkBeta: false,
    backupFolder: '',
    keepUsersDays: null,
    keepHashesDays: null,
    keepHistoryYears: null,
    queueColumns: null,
    isTouring: false,
  },
  tenants: [practice],
  tenant: practice,
};

/** The page of a device that is ready for the bench, but for what a test changes about it. */
export function deviceAtHand(change: Partial<DeviceRecord> = {}): DeviceAtHand {
  const record = readyDevice(change);
  const device = deviceViewOf(record, nothingBeside, now);
  return {
    kind: 'device',
    detail: {
      device,
      goGate: [...goGateOf(record)],
      timeline: [],
      timelineTotal: 0,
      captures: [],
      esp: unreadEsp,
      membership: null,
      donorMark: null,
      benchRuns: [],
      microsoft: [],
      microsoftReadAt: null,
    },
  };
}

export const selection: SelectionAtHand = { kind: 'selection', tenantId: practice.id, ids: ['one', 'two'] };

/** What is offered on a device, by the act's name. */
export function offerNamed(name: string, on: DeviceAtHand | SelectionAtHand): Offer {
  const offer = offersOn(allActs, [on], workspace).find(({ act }) => act.name === name);
  if (offer === undefined) throw new Error(`${name} is not offered.`);
  return offer;
}
