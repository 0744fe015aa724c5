import {
  ArrowDownloadRegular,
  ArrowUploadRegular,
  ClipboardPasteRegular,
  PersonAddRegular,
  PersonDeleteRegular,
  RenameRegular,
  TagRegular,
} from '@fluentui/react-icons';
import { heldField, isDifferent, sentField, type HeldField } from '../../../shared/assignment/heldValue.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { idsOf, tenantIdOf, type Act, type ActOf } from '../../acts/act.ts';
import { goTo } from '../../app/navigation.ts';
import { listText } from '../../text/list.ts';
import { assignmentText, differencesText, namesText, renameText } from '../../text/assignment.ts';
import { AssignUserDialog } from './AssignUserDialog.tsx';
import { GroupTagDialog } from './GroupTagDialog.tsx';
import { NamesDialog } from './NamesDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import { UnassignDialog } from './UnassignDialog.tsx';

const assignUser: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'assignment.assignUser',
  label: assignmentText.assignUser,
  Icon: PersonAddRegular,
  menu: 'change',
  bar: 'beside',
  dialog: (on, onClose) => <AssignUserDialog tenantId={tenantIdOf(on)} deviceIds={idsOf(on)} onClose={onClose} />,
};

/** Looks at a list of serial numbers with what their devices are to have. */
export const changeByList: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'assignment.list',
  label: listText.act,
  Icon: ClipboardPasteRegular,
  alsoCalled: listText.alsoCalled,
  run: () => goTo({ page: 'list' }),
};

/** Several devices get their names by a pattern. */
const setNames: ActOf<'selection'> = {
  appliesTo: 'selection',
  name: 'assignment.setNames',
  label: namesText.act,
  Icon: RenameRegular,
  alsoCalled: renameText.act,
  bar: 'more',
  dialog: ({ ids }, onClose) => <NamesDialog deviceIds={ids} onClose={onClose} />,
};

const unassignUser: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'assignment.unassignUser',
  label: ({ kind }) => (kind === 'device' ? assignmentText.unassignUser : assignmentText.unassignUsers),
  Icon: PersonDeleteRegular,
  menu: 'change',
  bar: 'more',
  allowed: (on) => on.kind === 'selection' || hasUser(on.detail.device) || assignmentText.noUser,
  dialog: (on, onClose) => <UnassignDialog deviceIds={idsOf(on)} onClose={onClose} />,
};

const setGroupTag: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'assignment.setGroupTag',
  label: assignmentText.setGroupTag,
  Icon: TagRegular,
  menu: 'change',
  bar: 'beside',
  dialog: (on, onClose) => (
    <GroupTagDialog
      deviceIds={idsOf(on)}
      present={on.kind === 'device' ? (on.detail.device.properties.groupTag.wish ?? '') : ''}
      onClose={onClose}
    />
  ),
};

const rename: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'assignment.rename',
  label: renameText.act,
  Icon: RenameRegular,
  menu: 'change',
  dialog: ({ detail }, onClose) => <RenameDialog device={detail.device} onClose={onClose} />,
};

/** Assigned at Microsoft, or wished. */
const hasUser = ({ assignedUser, properties }: DeviceView): boolean =>
  assignedUser !== null || properties.assignedUser.wish !== null;

const differs = ({ properties }: DeviceView, fields: readonly HeldField[]): boolean =>
  fields.some((field) => isDifferent(properties[field]));

const takeTheirs: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'assignment.takeTheirs',
  label: differencesText.take,
  Icon: ArrowDownloadRegular,
  alsoCalled: differencesText.filter,
  menu: 'change',
  bar: 'more',
  allowed: (on) => on.kind === 'selection' || differs(on.detail.device, heldField.options) || differencesText.nothing,
  dialog: (on, onClose) => <SettleDialog way="take" deviceIds={idsOf(on)} onClose={onClose} />,
};

const sendOurs: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'assignment.sendOurs',
  label: differencesText.send,
  Icon: ArrowUploadRegular,
  alsoCalled: differencesText.filter,
  menu: 'change',
  bar: 'more',
  allowed: (on) => on.kind === 'selection' || differs(on.detail.device, sentField.options) || differencesText.nothing,
  dialog: (on, onClose) => <SettleDialog way="send" deviceIds={idsOf(on)} onClose={onClose} />,
};

export const assignmentActs: readonly Act[] = [
  changeByList,
  assignUser,
  setNames,
  unassignUser,
  setGroupTag,
  rename,
  takeTheirs,
  sendOurs,
];
