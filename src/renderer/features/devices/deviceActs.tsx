import { AddRegular, ArrowDownloadRegular, DeleteRegular } from '@fluentui/react-icons';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { queueAddress } from '../../app/address.ts';
import { goTo } from '../../app/navigation.ts';
import { addDeviceText } from '../../text/addDevice.ts';
import { adoptText } from '../../text/adopt.ts';
import { takeOffText } from '../../text/devices.ts';
import { nothingSelected } from '../../ui/selection.ts';
import { AddDeviceDialog } from './add/AddDeviceDialog.tsx';
import { AdoptDialog } from './adopt/AdoptDialog.tsx';
import { changeView } from './queue/queueView.ts';

/** Off the local queue only, and so it can be undone. */
const takeOff: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'devices.takeOff',
  label: takeOffText.act,
  short: takeOffText.short,
  Icon: DeleteRegular,
  menu: 'leave',
  bar: 'last',
  async run(on, { command, notify }) {
    const ids = idsOf(on);
    const outcome = await command('devices.takeOff', { ids });
    if (!outcome.ok) return;
    notify.done(takeOffText.done(outcome.value.takenOff), () => void command('devices.putBack', { ids }));
    if (on.kind === 'device') goTo(queueAddress);
    else changeView({ selection: nothingSelected });
  },
};

/** Devices that somebody else registered, such as their maker, come into the queue. */
export const adopt: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'devices.adopt',
  label: adoptText.act,
  alsoCalled: adoptText.also,
  Icon: ArrowDownloadRegular,
  dialog: ({ tenant }, onClose) => <AdoptDialog tenant={tenant} onClose={onClose} />,
};

/** A device without a file: its label is scanned or typed. */
export const addDevice: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'devices.add',
  label: addDeviceText.act,
  alsoCalled: addDeviceText.also,
  Icon: AddRegular,
  dialog: ({ tenant }, onClose) => <AddDeviceDialog tenant={tenant} onClose={onClose} />,
};

export const deviceActs: readonly Act[] = [takeOff, adopt, addDevice];
