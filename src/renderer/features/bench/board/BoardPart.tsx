import { useId, type ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { benchText } from '../../../text/bench.ts';
import { formatter } from '../../../text/formatter.ts';
import { narrow, roomy } from '../../../ui/breakpoints.ts';
import type { BoardLook } from './boardLook.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  head: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    height: '40px',
    padding: '0 16px 0 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [roomy]: { height: '52px', padding: '0 24px 0 16px' },
  },
  wallHead: {
    height: '72px',
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    [roomy]: { height: '72px', padding: '0 24px' },
  },
  title: { ...typographyStyles.subtitle2, margin: 0, [roomy]: { ...typographyStyles.subtitle1 } },
  wallTitle: { fontSize: '40px', lineHeight: '52px', [roomy]: { fontSize: '40px', lineHeight: '52px' } },
  spread: { marginRight: 'auto' },
  count: {
    boxSizing: 'border-box',
    minWidth: '28px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'center',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground4,
    ...typographyStyles.body1Strong,
    [roomy]: { ...typographyStyles.subtitle2 },
  },
  wallCount: {
    backgroundColor: 'transparent',
    fontSize: '40px',
    lineHeight: '52px',
    [roomy]: { fontSize: '40px', lineHeight: '52px' },
  },
  span: { marginLeft: 'auto', fontSize: '40px', lineHeight: '52px', color: tokens.colorNeutralForeground2 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  part: { [narrow]: { overflow: 'visible' } },
});

interface BoardPartProps {
  readonly title: string;
  readonly count: number;
  readonly look: BoardLook;
  /** The names of columns, behind title and count. */
  readonly columns?: ReactNode;
  /** Whether its head is not to be seen: what it holds says by itself what it is. */
  readonly bare?: boolean;
  /** Which of them are in sight, where not all are. */
  readonly span?: { readonly from: number; readonly to: number } | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of the board with its name and how many there are. Focus comes back here when a row in it goes. */
export function BoardPart({
  title,
  count,
  look,
  columns,
  bare = false,
  span = null,
  className,
  children,
}: BoardPartProps) {
  const styles = useStyles();
  const titleId = useId();
  const isWall = look === 'wall';
  return (
    <section
      aria-labelledby={titleId}
      data-focus-home
      tabIndex={-1}
      className={mergeClasses(styles.root, styles.part, className)}
    >
      <div className={bare ? styles.hidden : mergeClasses(styles.head, isWall && styles.wallHead)}>
        <h2
          id={titleId}
          className={mergeClasses(
            styles.title,
            isWall && styles.wallTitle,
            columns === undefined && span === null && styles.spread,
          )}
        >
          {title}
        </h2>
        <span className={mergeClasses(styles.count, isWall && styles.wallCount)}>{formatter.number(count)}</span>
        {span !== null && <span className={styles.span}>{benchText.wallSpan(span.from, span.to)}</span>}
        {columns}
      </div>
      {children}
    </section>
  );
}
