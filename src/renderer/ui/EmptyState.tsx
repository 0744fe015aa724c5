import type { ReactElement, ReactNode } from 'react';
import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    justifyItems: 'center',
    alignContent: 'center',
    flexGrow: 1,
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXXL,
    textAlign: 'center',
  },
  icon: { fontSize: '48px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  sentence: { maxWidth: '520px' },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalM,
  },
});

interface EmptyStateProps {
  readonly icon?: ReactElement;
  readonly title?: string;
  readonly sentence: string;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** Nothing is here: why, and how to change that. */
export function EmptyState({ icon, title, sentence, children }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      {title !== undefined && <h2 className={styles.title}>{title}</h2>}
      <Text size={400} align="center" className={styles.sentence}>
        {sentence}
      </Text>
      {children !== undefined && <div className={styles.acts}>{children}</div>}
    </div>
  );
}
