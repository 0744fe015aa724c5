import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { WaitingDevice } from '../../../../shared/bench/benchBoard.ts';
import { flowProgressOf, type FlowProgress } from '../../../../shared/bench/flowProgress.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { scenarioTitles } from '../../../../shared/scenarios/scenarioWords.ts';
import { formatAddress } from '../../../app/address.ts';
import { benchText } from '../../../text/bench.ts';
import { forcedColours, inTheDark, narrow, roomy } from '../../../ui/breakpoints.ts';
import { modelName } from '../../../ui/modelName.ts';
import { StatusShape, type Shape } from '../../../ui/StatusShape.tsx';
import { boardColumns } from './boardColumns.ts';
import type { BoardLook } from './boardLook.ts';
import { BoardSerial } from './BoardSerial.tsx';
import { FlowBar } from './FlowBar.tsx';
import { ShelfMark } from './ShelfMark.tsx';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'grid',
    alignItems: 'center',
    height: '100%',
    paddingLeft: '6px',
    paddingRight: '16px',
    [roomy]: { paddingLeft: '10px', paddingRight: '24px' },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `6px solid transparent`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `3px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
    [forcedColours]: {
      color: 'CanvasText',
      borderLeftColor: 'Canvas',
      borderBottomColor: 'CanvasText',
    },
  },
  bench: { ...boardColumns.bench },
  dense: { ...boardColumns.dense },
  wall: {
    ...boardColumns.wall,
    borderLeftWidth: '12px',
    paddingLeft: '20px',
    paddingRight: '24px',
    [roomy]: { paddingLeft: '20px', paddingRight: '24px' },
  },
  small: {
    [narrow]: {
      gridTemplateColumns: '28px minmax(0, 1fr) auto auto',
      gridTemplateAreas: '"shape serial shelf time" "shape bar bar bar"',
      rowGap: tokens.spacingVerticalXS,
      paddingTop: tokens.spacingVerticalS,
      paddingBottom: tokens.spacingVerticalS,
    },
  },
  nearlyOver: {
    borderLeftColor: tokens.colorPaletteMarigoldBackground3,
    [forcedColours]: { borderLeftColor: 'CanvasText' },
  },
  overdue: {
    borderLeftColor: tokens.colorPaletteMarigoldBackground3,
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
    ':hover': { backgroundColor: tokens.colorPaletteMarigoldBackground2 },
    ...inTheDark({ backgroundColor: tokens.colorPaletteMarigoldBackground1 }),
    [forcedColours]: {
      borderLeftColor: 'CanvasText',
      outline: '3px solid CanvasText',
      outlineOffset: '-3px',
    },
  },
  shape: { display: 'inline-flex', fontSize: '24px', [roomy]: { fontSize: '32px' }, [narrow]: { gridArea: 'shape' } },
  shapeOnWall: { fontSize: '44px', [roomy]: { fontSize: '44px' } },
  serial: { display: 'block', minWidth: 0, [narrow]: { gridArea: 'serial' } },
  shelf: { display: 'grid', justifyItems: 'center', minWidth: 0, [narrow]: { gridArea: 'shelf' } },
  scenario: { display: 'grid', minWidth: 0, [narrow]: { display: 'none' } },
  how: {
    fontSize: '14px',
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    [roomy]: { fontSize: '16px', lineHeight: '22px' },
  },
  model: {
    fontSize: '13px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground2,
    [forcedColours]: { color: 'CanvasText' },
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [roomy]: { fontSize: '14px', lineHeight: '20px' },
  },
  bar: { display: 'grid', alignSelf: 'stretch', minWidth: 0, [narrow]: { gridArea: 'bar' } },
  time: {
    display: 'grid',
    justifyItems: 'end',
    whiteSpace: 'nowrap',
    textAlign: 'right',
    [narrow]: { gridArea: 'time' },
  },
  timeInLine: { display: 'flex', justifyContent: 'flex-end', alignItems: 'baseline', columnGap: '8px' },
  clock: {
    fontSize: '20px',
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
    [roomy]: { fontSize: '32px', lineHeight: '38px' },
  },
  clockDense: { [roomy]: { fontSize: '28px', lineHeight: '34px' } },
  clockOnWall: { fontSize: '56px', lineHeight: '64px', [roomy]: { fontSize: '56px', lineHeight: '64px' } },
  note: {
    fontSize: '13px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground2,
    [roomy]: { fontSize: '16px', lineHeight: '22px' },
    [forcedColours]: { color: 'CanvasText' },
  },
  noteInLine: { [roomy]: { fontSize: '14px' } },
  loud: {
    color: tokens.colorNeutralForeground1,
    [forcedColours]: { color: 'CanvasText' },
    fontWeight: tokens.fontWeightSemibold,
  },
});

const shapes: Readonly<Record<FlowProgress['state'], Shape>> = {
  inTime: 'running',
  nearlyOver: 'nearlyOver',
  overdue: 'warning',
};

interface RunningRowProps {
  readonly run: WaitingDevice;
  readonly usualMinutes: number | null;
  readonly now: Date;
  readonly look: BoardLook;
}

/** One run of the board: which device, where it stands, how it is set up, and how far it is. One target, which opens the device. */
export function RunningRow({ run: { device, wait }, usualMinutes, now, look }: RunningRowProps) {
  const styles = useStyles();
  const progress = flowProgressOf(wait, now);
  const { state } = progress;
  const isWall = look === 'wall';
  const isDense = look === 'dense';
  const note = benchText.progress(progress, wait.normalMinutes);
  const content = (
    <>
      <span className={mergeClasses(styles.shape, isWall && styles.shapeOnWall)}>
        <StatusShape shape={shapes[state]} size="around" />
      </span>
      <span className={styles.serial}>
        <BoardSerial look={look}>{deviceTitle(device)}</BoardSerial>
      </span>
      <span className={styles.shelf}>
        <ShelfMark shelf={device.shelf} look={look} />
      </span>
      {!isWall && (
        <span className={styles.scenario}>
          <span className={styles.how}>{scenarioTitles[device.scenario.name]}</span>
          {!isDense && (
            <span className={styles.model}>
              {benchText.setUpOf(device.scenario.joinType, device.model ?? modelName(device))}
            </span>
          )}
        </span>
      )}
      <span className={styles.bar}>
        <FlowBar
          progress={progress}
          longestMinutes={wait.normalMinutes}
          usualMinutes={usualMinutes}
          look={look}
          {...(isWall && state !== 'inTime' && { word: note })}
        />
      </span>
      <span className={mergeClasses(styles.time, isDense && styles.timeInLine)}>
        <span className={mergeClasses(styles.clock, isDense && styles.clockDense, isWall && styles.clockOnWall)}>
          {benchText.runningTime(progress.elapsedMs)}
        </span>
        {!isWall && (
          <span className={mergeClasses(styles.note, isDense && styles.noteInLine, state !== 'inTime' && styles.loud)}>
            {note}
          </span>
        )}
      </span>
    </>
  );
  const className = mergeClasses(
    styles.root,
    styles[look],
    !isWall && styles.small,
    state === 'nearlyOver' && styles.nearlyOver,
    state === 'overdue' && styles.overdue,
  );
  return isWall ? (
    <div className={className}>{content}</div>
  ) : (
    <a className={className} href={formatAddress({ page: 'device', id: device.id })}>
      {content}
    </a>
  );
}
