import { makeStyles, tokens } from '@fluentui/react-components';
import { Serial } from './Serial.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

interface FactsProps {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Identifiers and codes by default; words otherwise. */
  readonly areWords?: boolean;
}

/** Labels and values, as they came. */
export function Facts({ facts, areWords = false }: FactsProps) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {facts.map(({ label, value }, index) => [
        <dt key={`label ${index}`} className={styles.label}>
          {label}
        </dt>,
        <dd key={`value ${index}`} className={styles.value}>
          {areWords ? value : <Serial wrap>{value}</Serial>}
        </dd>,
      ])}
    </dl>
  );
}
