import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import { queueText } from '../../../text/devices.ts';
import { statusNames } from '../../../../shared/devices/statusWords.ts';
import { statusShortNames } from '../../../text/status.ts';
import { modelName } from '../../../ui/modelName.ts';
import { Serial } from '../../../ui/Serial.tsx';
import { statusFactsOf, statusOrder } from '../../../ui/statusFacts.ts';
import { StatusShape } from '../../../ui/StatusShape.tsx';
import { HeldText } from '../../assignment/HeldText.tsx';
import { stepShape } from '../../checklists/stepShape.ts';
import { StatusWord } from '../../../ui/StatusWord.tsx';
import { When } from '../../../ui/When.tsx';
import type { TableColumn } from '../../../ui/tableColumn.ts';

const useStyles = makeStyles({
  /** The shapes stand below their names. */
  five: { display: 'grid', gridTemplateColumns: 'repeat(5, 44px)', justifyItems: 'center', alignItems: 'center' },
  name: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2, textDecorationLine: 'none' },
  shape: { display: 'inline-flex' },
});

const { columns: titles } = queueText;

// The narrowest of a flexible column, divided by its share, is alike in all: else one of them would widen the others.
const serialNumber: TableColumn<DeviceView> = {
  id: 'serialNumber',
  title: titles.serialNumber,
  width: 'minmax(152px, 1fr)',
  sortable: true,
  render: (device) => (
    <span title={deviceTitle(device)}>
      <Serial>{deviceTitle(device)}</Serial>
    </span>
  ),
};
const model: TableColumn<DeviceView> = {
  id: 'model',
  title: titles.model,
  width: 'minmax(160px, 1.05fr)',
  sortable: true,
  render: (device) => <span title={modelName(device)}>{modelName(device)}</span>,
};
const nextStep: TableColumn<DeviceView> = {
  id: 'nextStep',
  title: titles.nextStep,
  width: 'minmax(200px, 1.3fr)',
  sortable: true,
  render: ({ nextStep: step }) => <StatusWord shape={stepShape(step)} word={nextStepTitle(step)} />,
};
const groupTag: TableColumn<DeviceView> = {
  id: 'groupTag',
  title: titles.groupTag,
  width: 'minmax(92px, 0.6fr)',
  sortable: true,
  render: (device) => <HeldText device={device} field="groupTag" text={device.groupTag} />,
};
const assignedUser: TableColumn<DeviceView> = {
  id: 'assignedUser',
  title: titles.assignedUser,
  width: 'minmax(108px, 0.7fr)',
  sortable: true,
  render: (device) => (
    <HeldText
      device={device}
      field="assignedUser"
      text={device.assignedUserName ?? device.assignedUser}
      title={device.assignedUser}
    />
  ),
};
const updated: TableColumn<DeviceView> = {
  id: 'updated',
  title: titles.updated,
  width: '112px',
  sortable: true,
  render: (device) => <When at={device.updatedAt} />,
};
const statuses: TableColumn<DeviceView> = {
  id: 'statuses',
  title: titles.statuses,
  head: <StatusHead />,
  width: '236px',
  render: (device) => <StatusShapes device={device} />,
};
const statusColumns: readonly TableColumn<DeviceView>[] = statusOrder.map((name) => ({
  id: name,
  title: statusNames[name],
  width: 'minmax(120px, 0.75fr)',
  render: (device) => {
    const { shape, word } = statusFactsOf(device)[name];
    return <StatusWord shape={shape} word={word} />;
  },
}));

/** Where there is room, each of the five statuses has its words; else five shapes below their names, whose words are one hover away. */
export const narrowColumns = [serialNumber, model, nextStep, statuses, groupTag, assignedUser, updated];
export const wideColumns = [serialNumber, model, nextStep, ...statusColumns, groupTag, assignedUser, updated];

function StatusHead() {
  const styles = useStyles();
  return (
    <span className={styles.five}>
      {statusOrder.map((name) => (
        <abbr key={name} title={statusNames[name]} className={styles.name}>
          {statusShortNames[name]}
        </abbr>
      ))}
    </span>
  );
}

function StatusShapes({ device }: { readonly device: DeviceView }) {
  const styles = useStyles();
  const facts = statusFactsOf(device);
  return (
    <span className={styles.five}>
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
