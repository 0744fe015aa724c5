import { PersonAddRegular, PersonDeleteRegular, RenameRegular, TagRegular } from '@fluentui/react-icons';
import { idsOf, tenantIdOf, type Act, type ActOf } from '../../acts/act.ts';
import { assignmentText, namesText, renameText } from '../../text/assignment.ts';
import { AssignUserDialog } from './AssignUserDialog.tsx';
import { GroupTagDialog } from './GroupTagDialog.tsx';
import { NamesDialog } from './NamesDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
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
  allowed: (on) => on.kind === 'selection' || on.detail.device.assignedUser !== null || assignmentText.noUser,
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
      present={on.kind === 'device' ? (on.detail.device.groupTag ?? '') : ''}
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

export const assignmentActs: readonly Act[] = [assignUser, setNames, unassignUser, setGroupTag, rename];
