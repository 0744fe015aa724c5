import {
  CheckmarkCircleRegular,
  CloudDismissRegular,
  CloudOffRegular,
  DocumentPdfRegular,
} from '@fluentui/react-icons';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { bulkRemovalText, deregisterText, intuneRecordText, removalRecordText } from '../../text/removal.ts';
import { BulkRemovalDialog } from './BulkRemovalDialog.tsx';
import { DeregisterDialog } from './DeregisterDialog.tsx';
import { IntuneRecordDialog } from './IntuneRecordDialog.tsx';
import { saveRemovalRecord } from './saveRemovalRecord.ts';

export const deregister: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'removal.deregister',
  label: deregisterText.act,
  short: deregisterText.ask,
  Icon: CloudDismissRegular,
  menu: 'leave',
  allowed: ({ detail: { device } }) =>
    device.registration === 'registered' ||
    device.registration === 'removing' ||
    device.managedDeviceId !== null ||
    deregisterText.notAtMicrosoft,
  dialog: ({ detail }, onClose) => <DeregisterDialog device={detail.device} onClose={onClose} />,
};

/** Many devices that leave together, as at the end of a lease. */
const deregisterMany: ActOf<'selection'> = {
  appliesTo: 'selection',
  name: 'removal.deregisterMany',
  label: bulkRemovalText.act,
  short: bulkRemovalText.ask,
  Icon: CloudDismissRegular,
  bar: 'more',
  dialog: ({ ids }, onClose) => <BulkRemovalDialog deviceIds={ids} onClose={onClose} />,
};

/** A device that is to run again enrolls anew only without its old Intune record. */
export const deleteIntuneRecord: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'removal.deleteIntuneRecord',
  label: intuneRecordText.act,
  short: intuneRecordText.ask,
  Icon: CloudOffRegular,
  menu: 'leave',
  allowed: ({ detail: { device } }) =>
    (device.registration !== 'removing' && (device.managedDeviceId !== null || device.enrollment === 'enrolled')) ||
    intuneRecordText.noRecord,
  dialog: ({ detail }, onClose) => <IntuneRecordDialog device={detail.device} onClose={onClose} />,
};

/** Somebody has deleted the computer account of a deregistered device in Active Directory. */
export const accountDeleted: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'removal.accountDeleted',
  label: deregisterText.accountDeleted,
  Icon: CheckmarkCircleRegular,
  allowed: ({ detail }) => detail.device.computerAccount !== null || deregisterText.noAccount,
  async run({ detail }, { command, notify }) {
    const outcome = await command('removal.recordAccountDeleted', { deviceId: detail.device.id });
    if (outcome.ok) notify.done(deregisterText.accountRecorded);
  },
};

/** What the customer gets when a device has left. */
export const removalRecord: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'removal.record',
  label: removalRecordText.save,
  short: removalRecordText.act,
  alsoCalled: removalRecordText.also,
  busy: () => removalRecordText.making,
  Icon: DocumentPdfRegular,
  menu: 'leave',
  allowed: ({ detail }) => detail.device.registration === 'removed' || removalRecordText.notRemoved,
  run: (on, tools) => saveRemovalRecord(idsOf(on), tools),
};

const removalRecordOfMany: ActOf<'selection'> = {
  appliesTo: 'selection',
  name: 'removal.recordOfMany',
  label: removalRecordText.save,
  alsoCalled: removalRecordText.also,
  busy: () => removalRecordText.making,
  Icon: DocumentPdfRegular,
  bar: 'more',
  run: ({ ids }, tools) => saveRemovalRecord(ids, tools),
};

export const removalActs: readonly Act[] = [
  deleteIntuneRecord,
  deregister,
  deregisterMany,
  accountDeleted,
  removalRecord,
  removalRecordOfMany,
];
