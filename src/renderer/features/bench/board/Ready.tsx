import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { formatAddress } from '../../../app/address.ts';
import { benchText } from '../../../text/bench.ts';
import { formatter } from '../../../text/formatter.ts';
import { forcedColours, roomy } from '../../../ui/breakpoints.ts';
import { Serial } from '../../../ui/Serial.tsx';
import type { BoardLook } from './boardLook.ts';
import { BoardPart } from './BoardPart.tsx';
import type { ReadyStep } from './readySteps.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    boxSizing: 'border-box',
    display: 'grid',
    alignItems: 'center',
    gridTemplateColumns: '52px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '56px',
    padding: `0 ${tokens.spacingHorizontalL} 0 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `3px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
    [roomy]: {
      gridTemplateColumns: '72px minmax(0, 1fr) auto',
      columnGap: tokens.spacingHorizontalL,
      minHeight: '76px',
    },
    [forcedColours]: { color: 'CanvasText' },
  },
  count: {
    textAlign: 'right',
    fontSize: '28px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    [roomy]: { fontSize: '40px' },
    [forcedColours]: { color: 'CanvasText' },
  },
  none: { color: tokens.colorNeutralForeground3 },
  words: { display: 'grid', minWidth: 0 },
  step: {
    fontSize: '16px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    [roomy]: { fontSize: '20px', lineHeight: '26px' },
  },
  note: {
    fontSize: '13px',
    lineHeight: '17px',
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [roomy]: { fontSize: '16px', lineHeight: '22px' },
    [forcedColours]: { color: 'CanvasText' },
  },
  wall: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', padding: `${tokens.spacingVerticalL} 0` },
  onWall: {
    display: 'grid',
    justifyItems: 'center',
    fontSize: '40px',
    lineHeight: '52px',
    ':not(:first-child)': { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  countOnWall: { fontSize: '80px', lineHeight: '88px', fontWeight: tokens.fontWeightSemibold },
});

/** How many devices are ready for a person, step by step. */
export function Ready({ steps, look }: { readonly steps: readonly ReadyStep[]; readonly look: BoardLook }) {
  const styles = useStyles();
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  const isWall = look === 'wall';
  return (
    <BoardPart
      title={isWall ? benchText.readyOnWall : benchText.ready}
      count={total}
      look={look}
      className={styles.root}
    >
      <ul className={mergeClasses(styles.list, isWall && styles.wall)}>
        {steps.map(({ code, count, note, serialNumber }) =>
          isWall ? (
            <li key={code} className={styles.onWall}>
              <span className={styles.countOnWall}>{formatter.number(count)}</span>
              {benchText.readySteps[code]}
            </li>
          ) : (
            <li key={code}>
              <a className={styles.row} href={formatAddress({ page: 'queue', batchId: null, step: code })}>
                <span className={mergeClasses(styles.count, count === 0 && styles.none)}>
                  {formatter.number(count)}
                </span>
                <span className={styles.words}>
                  <span className={styles.step}>{benchText.readySteps[code]}</span>
                  {note !== null && (
                    <span className={styles.note}>
                      {note}
                      {serialNumber !== null && <Serial>{serialNumber}</Serial>}
                    </span>
                  )}
                </span>
                <ChevronRightRegular aria-hidden="true" fontSize={20} />
              </a>
            </li>
          ),
        )}
      </ul>
    </BoardPart>
  );
}
