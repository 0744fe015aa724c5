import { PeopleListRegular, PeopleTeamRegular } from '@fluentui/react-icons';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { groupsText } from '../../text/groups.ts';
import { GroupsDialog } from './GroupsDialog.tsx';

/** So many are read within the time that a person waits for one answer. */
const DEVICES_AT_ONCE = 200;

/** The rules of dynamic groups; Microsoft is not asked. */
export const showGroups: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'groups.show',
  label: groupsText.act,
  Icon: PeopleTeamRegular,
  alsoCalled: groupsText.otherwise,
  dialog: ({ tenant }, onClose) => <GroupsDialog tenant={tenant} onClose={onClose} />,
};

/** Has Entra say in which groups devices are, by which their profile and status page are known. */
const readMembership: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'groups.readMembership',
  label: ({ kind }) => (kind === 'device' ? groupsText.readAct : groupsText.readManyAct),
  Icon: PeopleListRegular,
  menu: 'look',
  bar: 'more',
  allowed: (on) => {
    if (on.kind === 'selection') return true;
    const { ztdId, entraDeviceId } = on.detail.device;
    return ztdId !== null || entraDeviceId !== null || groupsText.notRegistered;
  },
  async run(on, { command, notify }) {
    const ids = idsOf(on);
    let read = 0;
    const unread: string[] = [];
    for (let start = 0; start < ids.length; start += DEVICES_AT_ONCE) {
      const outcome = await command('groups.readMembership', { deviceIds: ids.slice(start, start + DEVICES_AT_ONCE) });
      if (!outcome.ok) break;
      read += outcome.value.devices.length;
      unread.push(...outcome.value.unread.map(({ sentence }) => sentence));
    }
    if (read > 0) notify.done(groupsText.read(read));
    const [first] = unread;
    if (first !== undefined) notify.warn(groupsText.unread(unread.length, first));
  },
};

export const groupActs: readonly Act[] = [readMembership, showGroups];
