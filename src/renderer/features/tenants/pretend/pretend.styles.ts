import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const usePretendStyles = makeStyles({
  title: { ...typographyStyles.subtitle1, margin: 0 },
  serial: { ...typographyStyles.subtitle2, fontFamily: tokens.fontFamilyMonospace },
  facts: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0 },
  term: { ...typographyStyles.caption1 },
  value: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  clock: { ...typographyStyles.title1 },
  green: { padding: tokens.spacingHorizontalM, backgroundColor: '#0b6a0b', borderLeft: '8px solid #54d454' },
  red: { padding: tokens.spacingHorizontalM, backgroundColor: '#7a0c12', borderLeft: '8px solid #ff9aa2' },
});
