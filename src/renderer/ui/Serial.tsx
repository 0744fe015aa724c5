import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    // Faces that tell 0 from O and 1 from l by themselves come first; the feature asks the others for a slashed zero.
    fontFamily: '"Cascadia Mono", "Cascadia Code", Consolas, "SF Mono", Menlo, "DejaVu Sans Mono", monospace',
    fontFeatureSettings: '"zero", "tnum", "ss01"',
    fontVariantLigatures: 'none',
    whiteSpace: 'nowrap',
  },
  large: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  wrap: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

interface SerialProps {
  readonly children: ReactNode;
  readonly size?: 'text' | 'large';
  /** For identifiers too long for a line. */
  readonly wrap?: boolean;
}

/** A serial number or another identifier, in letters that cannot be confused. */
export function Serial({ children, size = 'text', wrap = false }: SerialProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.root, size === 'large' && styles.large, wrap && styles.wrap)} translate="no">
      {children}
    </span>
  );
}
