import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useShiftStyles = makeStyles({
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    '@media print': { display: 'none' },
  },
  numbers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(160px, 100%), 1fr))',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  number: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  count: { ...typographyStyles.title1 },
  word: { gridColumn: '1 / -1' },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))',
    alignItems: 'stretch',
    gap: tokens.spacingHorizontalM,
    '@media print': {
      display: 'block',
      '& > section': { breakInside: 'avoid', marginBottom: tokens.spacingVerticalM },
    },
  },
  /** As high as a chart, so that little jumps when it comes. */
  waiting: { height: '200px' },
  chart: { minWidth: 0, overflowX: 'hidden' },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minWidth: '44px',
    minHeight: '44px',
    // It fills its row, and makes it no higher.
    margin: `calc(-1 * ${tokens.spacingVerticalS}) 0`,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  print: { '@media print': { display: 'none' } },
  /** Its place is kept, between two others, so that nothing jumps. */
  counting: {
    flexShrink: 0,
    height: '4px',
    margin: '-8px 0',
    // What is there at once shows no bar.
    '& > *': {
      animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
      animationDelay: '400ms',
      animationDuration: '100ms',
      animationFillMode: 'backwards',
    },
  },
});
