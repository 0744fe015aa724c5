import { useEffect, useRef, type ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Failure } from '../../shared/outcome/outcome.ts';
import { commonText } from '../text/common.ts';
import { narrow, roomy, tiny } from './breakpoints.ts';
import { ProblemBar } from './ProblemBar.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    minHeight: '100%',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    [tiny]: { padding: tokens.spacingHorizontalM },
  },
  /** For screens whose inside scrolls: a table keeps its head and its bar in sight. */
  full: { height: '100%', [narrow]: { height: 'auto' } },
  /** For a board, on which every pixel is a row's. */
  tight: {
    gap: '12px',
    padding: '12px 16px',
    [roomy]: { gap: '16px', padding: '16px 24px' },
    [tiny]: { padding: tokens.spacingHorizontalM },
  },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  count: { marginRight: 'auto', paddingTop: tokens.spacingVerticalXS },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    ':focus': { outline: 'none' },
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

interface ScreenProps {
  readonly title: string;
  /** Beside the title: what the screen as a whole can do, or counts. */
  readonly actions?: ReactNode;
  /** Next to the title: how much there is. */
  readonly count?: ReactNode;
  readonly problem?: { readonly failure: Failure; readonly onRetry: () => void } | null;
  readonly full?: boolean;
  readonly tight?: boolean;
  /** For a screen whose header already says its title in another shape. */
  readonly titleHidden?: boolean;
  /** Not where a field of the screen takes the focus instead. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** A place of the page: a title that takes the focus on arrival, a bar for problems, and the work. */
export function Screen({
  title,
  actions,
  count,
  problem = null,
  full = false,
  tight = false,
  titleHidden = false,
  takesFocus = true,
  children,
}: ScreenProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · ${commonText.product}`;
  }, [title]);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const name = (
    <h1 ref={heading} tabIndex={-1} className={mergeClasses(styles.title, titleHidden && styles.hidden)}>
      {title}
    </h1>
  );
  return (
    <div className={mergeClasses(styles.root, full && styles.full, tight && styles.tight)}>
      {titleHidden ? (
        name
      ) : (
        <div className={styles.head}>
          {name}
          <span className={styles.count}>{count}</span>
          {actions}
        </div>
      )}
      {problem !== null && <ProblemBar {...problem} />}
      {children}
    </div>
  );
}
