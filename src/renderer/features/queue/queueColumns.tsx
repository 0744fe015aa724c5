import { makeStyles, tokens } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import { deviceTitle } from '../../../shared/device/deviceTitle.ts';
import { commonText } from '../../text/common.ts';
import { queueText } from '../../text/queue.ts';
import { statusNames } from '../../text/status.ts';
import { modelName } from '../../ui/modelName.ts';
import { Serial } from '../../ui/Serial.tsx';
import { statusFactsOf, statusOrder } from '../../ui/statusFacts.ts';
import { StatusShape } from '../../ui/StatusShape.tsx';
import { stepShape } from '../../ui/stepShape.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { When } from '../../ui/When.tsx';
import type { Column } from '../../ui/tableColumn.ts';

const useStyles = makeStyles({
  shapes: { display: 'flex', gap: tokens.spacingHorizontalS },
  shape: { display: 'inline-flex' },
});

const { columns: titles } = queueText;

// The narrowest of a flexible column, divided by its share, is alike in all: else one of them would widen the others.
const serialNumber: Column<DeviceView> = {
  id: 'serialNumber',
  title: titles.serialNumber,
  width: 'minmax(168px, 1fr)',
  sortable: true,
  render: (device) => (
    <span title={deviceTitle(device)}>
      <Serial>{deviceTitle(device)}</Serial>
    </span>
  ),
};
const model: Column<DeviceView> = {
  id: 'model',
  title: titles.model,
  width: 'minmax(160px, 1.2fr)',
  sortable: true,
  render: (device) => <span title={modelName(device)}>{modelName(device)}</span>,
};
const nextStep: Column<DeviceView> = {
  id: 'nextStep',
  title: titles.nextStep,
  width: 'minmax(208px, 1.25fr)',
  sortable: true,
  render: ({ nextStep: step }) => <StatusWord shape={stepShape(step)} word={step.title} />,
};
const groupTag: Column<DeviceView> = {
  id: 'groupTag',
  title: titles.groupTag,
  width: 'minmax(96px, 0.6fr)',
  sortable: true,
  render: ({ groupTag: tag }) => <span title={tag ?? undefined}>{tag ?? commonText.none}</span>,
};
const assignedUser: Column<DeviceView> = {
  id: 'assignedUser',
  title: titles.assignedUser,
  width: 'minmax(128px, 0.8fr)',
  sortable: true,
  render: (device) => (
    <span title={device.assignedUser ?? undefined}>
      {device.assignedUserName ?? device.assignedUser ?? commonText.none}
    </span>
  ),
};
const updated: Column<DeviceView> = {
  id: 'updated',
  title: titles.updated,
  width: '128px',
  sortable: true,
  render: (device) => <When at={device.updatedAt} />,
};
const statuses: Column<DeviceView> = {
  id: 'statuses',
  title: titles.statuses,
  width: '144px',
  render: (device) => <StatusShapes device={device} />,
};
const statusColumns: readonly Column<DeviceView>[] = statusOrder.map((name) => ({
  id: name,
  title: statusNames[name],
  width: 'minmax(120px, 0.75fr)',
  render: (device) => {
    const { shape, word } = statusFactsOf(device)[name];
    return <StatusWord shape={shape} word={word} />;
  },
}));

/** Where there is room, each of the five statuses has its words; else five shapes, whose words are one hover away. */
export const narrowColumns = [serialNumber, model, nextStep, statuses, groupTag, assignedUser, updated];
export const wideColumns = [serialNumber, model, nextStep, ...statusColumns, groupTag, assignedUser, updated];

function StatusShapes({ device }: { readonly device: DeviceView }) {
  const styles = useStyles();
  const facts = statusFactsOf(device);
  return (
    <span className={styles.shapes}>
      {statusOrder.map((name) => {
        const sentence = `${statusNames[name]}: ${facts[name].word}`;
        return (
          <span key={name} role="img" aria-label={sentence} title={sentence} className={styles.shape}>
            <StatusShape shape={facts[name].shape} />
          </span>
        );
      })}
    </span>
  );
}
