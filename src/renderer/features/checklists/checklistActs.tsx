import { AddRegular, TaskListLtrRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { checklistsText } from '../../text/checklists.ts';
import { manyChecklistsText } from '../../text/collect.ts';
import { ManyChecklistsDialog } from './ManyChecklistsDialog.tsx';
import { StartChecklistDialog } from './StartChecklistDialog.tsx';

export const startForDevice: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'checklists.startForDevice',
  label: checklistsText.start,
  Icon: TaskListLtrRegular,
  dialog: ({ detail: { device } }, onClose) => (
    <StartChecklistDialog tenantId={device.tenantId} deviceId={device.id} onClose={onClose} />
  ),
};

export const startChecklist: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'checklists.start',
  label: checklistsText.start,
  Icon: AddRegular,
  dialog: ({ tenant }, onClose) => <StartChecklistDialog tenantId={tenant.id} onClose={onClose} />,
};

const forMany: ActOf<'selection'> = {
  appliesTo: 'selection',
  name: 'checklists.forMany',
  label: manyChecklistsText.act,
  Icon: TaskListLtrRegular,
  bar: 'more',
  dialog: ({ ids }, onClose) => <ManyChecklistsDialog deviceIds={ids} onClose={onClose} />,
};

export const checklistActs: readonly Act[] = [startForDevice, startChecklist, forMany];
