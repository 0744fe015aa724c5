import { makeStyles, tokens } from '@fluentui/react-components';

/** The colour of a tenant's lane; the name always stands beside it. */
export const useLaneColours = makeStyles({
  brown: { backgroundColor: tokens.colorPaletteBrownBorderActive },
  steel: { backgroundColor: tokens.colorPaletteSteelBorderActive },
  blue: { backgroundColor: tokens.colorPaletteBlueBorderActive },
  teal: { backgroundColor: tokens.colorPaletteTealBorderActive },
  green: { backgroundColor: tokens.colorPaletteGreenBorderActive },
  gold: { backgroundColor: tokens.colorPaletteGoldBorderActive },
  orange: { backgroundColor: tokens.colorPaletteDarkOrangeBorderActive },
  red: { backgroundColor: tokens.colorPaletteRedBorderActive },
  magenta: { backgroundColor: tokens.colorPaletteMagentaBorderActive },
  purple: { backgroundColor: tokens.colorPaletteGrapeBorderActive },
  grey: { backgroundColor: tokens.colorNeutralForeground3 },
});
