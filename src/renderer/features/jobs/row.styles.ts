import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow } from '../../ui/breakpoints.ts';

/** A row of Activity: where it stands, what it is and why, when, and what can be done about it. */
export const useRowStyles = makeStyles({
  item: { ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` } },
  row: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr) auto 136px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '48px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  },
  words: { display: 'grid', justifyItems: 'start', minWidth: 0 },
  sentence: { fontWeight: tokens.fontWeightSemibold },
  /** Its icon stands where the sentences of the other rows begin. */
  opener: {
    justifyContent: 'start',
    textAlign: 'left',
    paddingLeft: 0,
    minHeight: '40px',
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  explanation: { color: tokens.colorNeutralForeground1 },
  reason: { color: tokens.colorNeutralForeground1, paddingLeft: '26px' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
  },
  when: { color: tokens.colorNeutralForeground2, textAlign: 'right', [narrow]: { textAlign: 'left' } },
  quietReason: { color: tokens.colorNeutralForeground2, paddingLeft: '26px' },
  acts: { display: 'flex', justifyContent: 'end', gap: tokens.spacingHorizontalS },
});
