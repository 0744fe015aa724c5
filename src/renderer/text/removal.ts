import type { OutputOf } from '../../shared/api/contract.ts';
import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

type RemovalRecord = OutputOf<'removal.plan'>['records'][number];

export const deregisterText = {
  act: 'Deregister',
  ask: 'Deregister…',
  notAtMicrosoft: 'Microsoft holds no record of it that Reseal knows.',
  title: (serialNumber: string) => `Deregister ${serialNumber}?`,
  sentence: (tenant: string) =>
    `Exactly these records are deleted${tenant === '' ? '' : ` from ${tenant}`}. It cannot be undone; the device would have to be registered again.`,
  plan: 'What happens to which record',
  columns: { service: 'Service', record: 'Record', lastSeen: 'Last seen', action: 'What happens' },
  serial: (serialNumber: string) => `Serial number ${serialNumber}`,
  id: (id: string) => `ID ${id}`,
  nothing: 'Neither Intune nor Windows Autopilot holds a record of the device. There is nothing to delete.',
  doubts: 'I have compared the records: they are this device’s',
  typed: (serialNumber: string) => `Type ${serialNumber} to confirm`,
  accountDeleted: 'The account is deleted',
  accountRecorded: 'Recorded: the computer account is deleted.',
  noAccount: 'No computer account waits to be deleted.',
} as const;

export const causeText = {
  reason: 'Reason',
  note: 'Note',
  noteHint: 'Kept with the reason in the history, and on the record for the customer. “Other” needs one.',
} as const;

export const bulkRemovalText = {
  act: 'Deregister',
  ask: 'Deregister…',
  askMany: (count: number) => `Deregister ${devicesText(count)}…`,
  title: (count: number) => (count === 1 ? 'Deregister 1 device?' : `Deregister ${formatter.number(count)} devices?`),
  reading: 'Reading the records',
  progress: (done: number, total: number) => `${formatter.number(done)} of ${formatter.number(total)} devices`,
  counts: (planned: number, heldBack: number) =>
    `${formatter.number(planned)} to deregister, ${formatter.number(heldBack)} held back`,
  sentence: 'Exactly these records are deleted. It cannot be undone; the devices would have to be registered again.',
  heldBack: 'Held back: nothing of these devices is deleted',
  devices: 'The devices, one by one',
  planned: 'What is deleted of which device',
  columns: { device: 'Device', why: 'Why', records: 'Records', warnings: 'To know' },
  record: (service: string, action: RemovalRecord['action']) => `${service}: ${actions[action]}`,
  nothing: 'No device of the selection can be deregistered together with others.',
  typed: (count: number) => `Type ${count} to confirm the number of devices`,
} as const;

const actions = {
  delete: 'deleted',
  unassignUser: 'user unassigned',
  leave: 'left alone',
  byHand: 'by hand afterwards',
} as const satisfies Record<RemovalRecord['action'], string>;

export const intuneRecordText = {
  act: 'Delete the Intune record',
  ask: 'Delete the Intune record…',
  noRecord: 'Intune holds no record of it that Reseal knows.',
  title: (serialNumber: string) => `Delete the Intune record of ${serialNumber}?`,
  sentence: (tenant: string) =>
    `Exactly this record is deleted${tenant === '' ? '' : ` from ${tenant}`}, so that the device can enroll anew. It cannot be undone.`,
  nothing: 'Intune holds no record of the device any more: nothing keeps it from enrolling.',
  doubts: 'I have compared the record: it is this device’s',
  facts: {
    id: 'Intune device ID',
    name: 'Name',
    serialNumber: 'Serial number',
    user: 'User',
    noUser: 'none',
    enrolled: 'Enrolled',
    lastSeen: 'Last contact',
    compliance: 'Compliance',
  },
} as const;

export const removalRecordText = {
  act: 'Removal record',
  save: 'Removal record (PDF)',
  also: 'certificate of deregistration for the customer',
  notRemoved: 'It was not deregistered.',
  making: 'Making the removal record…',
  saved: (count: number) => `Removal record of ${devicesText(count)} saved.`,
  leftOut: (count: number) => `${devicesText(count)} without a removal record`,
} as const;
