import type { ReactNode } from 'react';
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { queueColumnTitles, type QueueColumn } from '../../../../shared/devices/queueColumn.ts';
import type { StatusName } from '../../../../shared/devices/status.ts';
import { useByOf } from '../../../../shared/devices/useBy.ts';
import { scenarioTitles } from '../../../../shared/scenarios/scenarioWords.ts';
import { nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import { commonText } from '../../../text/common.ts';
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
import { isSort } from './queueView.ts';

const useStyles = makeStyles({
  /** The shapes stand below their names. */
  five: { display: 'grid', gridTemplateColumns: 'repeat(5, 44px)', justifyItems: 'center', alignItems: 'center' },
  name: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2, textDecorationLine: 'none' },
  shape: { display: 'inline-flex' },
});

interface Drawn {
  readonly width: string;
  readonly render: (device: DeviceView) => ReactNode;
  readonly head?: ReactNode;
}

const plain = (width: string, textOf: (device: DeviceView) => string | null): Drawn => ({
  width,
  render: (device) => <span title={textOf(device) ?? undefined}>{textOf(device) ?? commonText.none}</span>,
});
const at = (instantOf: (device: DeviceView) => string | null): Drawn => ({
  width: '112px',
  render(device) {
    const instant = instantOf(device);
    return instant === null ? commonText.none : <When at={instant} />;
  },
});
const status = (name: StatusName): Drawn => ({
  width: 'minmax(120px, 0.75fr)',
  render(device) {
    const { shape, word } = statusFactsOf(device)[name];
    return <StatusWord shape={shape} word={word} />;
  },
});

// The narrowest of a flexible column, divided by its share, is alike in all: else one of them would widen the others.
const drawn: Readonly<Record<QueueColumn, Drawn>> = {
  serialNumber: {
    width: 'minmax(152px, 1fr)',
    render: (device) => (
      <span title={deviceTitle(device)}>
        <Serial>{deviceTitle(device)}</Serial>
      </span>
    ),
  },
  manufacturer: plain('minmax(108px, 0.7fr)', (device) => device.manufacturer),
  model: {
    width: 'minmax(160px, 1.05fr)',
    render: (device) => <span title={modelName(device)}>{modelName(device)}</span>,
  },
  nextStep: {
    width: 'minmax(200px, 1.3fr)',
    render: ({ nextStep: step }) => <StatusWord shape={stepShape(step)} word={nextStepTitle(step)} />,
  },
  statuses: { head: <StatusHead />, width: '236px', render: (device) => <StatusShapes device={device} /> },
  registration: status('registration'),
  profile: status('profile'),
  bench: status('bench'),
  enrollment: status('enrollment'),
  reseal: status('reseal'),
  groupTag: {
    width: 'minmax(92px, 0.6fr)',
    render: (device) => <HeldText device={device} field="groupTag" text={device.groupTag} />,
  },
  assignedUser: {
    width: 'minmax(108px, 0.7fr)',
    render: (device) => (
      <HeldText
        device={device}
        field="assignedUser"
        text={device.assignedUserName ?? device.assignedUser}
        title={device.assignedUser}
      />
    ),
  },
  deviceName: {
    width: 'minmax(108px, 0.7fr)',
    render: (device) => <HeldText device={device} field="deviceName" text={device.deviceName} />,
  },
  profileName: plain('minmax(108px, 0.7fr)', (device) => device.profileName),
  scenario: plain('minmax(108px, 0.7fr)', (device) => scenarioTitles[device.scenario.name]),
  shelf: plain('minmax(77px, 0.5fr)', (device) => device.shelf),
  batch: plain('minmax(108px, 0.7fr)', (device) => device.batchName),
  orderNumber: plain('minmax(92px, 0.6fr)', (device) => device.orderNumber),
  purchaseOrder: plain('minmax(92px, 0.6fr)', (device) => device.purchaseOrder ?? device.purchaseOrderInFile),
  created: at((device) => device.createdAt),
  resealed: at((device) => device.resealedAt),
  useBy: at((device) => useByOf(device.due)),
  updated: at((device) => device.updatedAt),
};

/** Where there is room, each of the five statuses has its words; else five shapes below their names, whose words are one hover away. */
export function tableColumns(columns: readonly QueueColumn[], isWide: boolean): readonly TableColumn<DeviceView>[] {
  const shown = columns.flatMap((column): readonly QueueColumn[] =>
    column === 'statuses' && isWide ? statusOrder : [column],
  );
  return [...new Set(shown)].map((id) => ({
    ...drawn[id],
    id,
    title: queueColumnTitles[id],
    sortable: isSort(id),
  }));
}

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
