import { makeStyles } from '@fluentui/react-components';
import type { DrawnCode } from '../../../../shared/tenants/deviceScreen.ts';

/** In modules, on each side: what ISO/IEC 18004 asks for. */
const QUIET = 4;

const useStyles = makeStyles({
  // Forced colours would make it black on black.
  root: { flexShrink: 0, width: '240px', height: '240px', alignSelf: 'center', forcedColorAdjust: 'none' },
});

/** A QR code, dark on white in every look, so that a scanner reads it from the screen. */
export function CodeOnScreen({ code, label }: { readonly code: DrawnCode; readonly label: string }) {
  const styles = useStyles();
  const size = code.modules + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.root}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      {code.bars.map(({ x, y, width, height }) => (
        <rect key={`${x} ${y}`} x={x + QUIET} y={y + QUIET} width={width} height={height} fill="#000000" />
      ))}
    </svg>
  );
}
