import type { ReactNode } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { InspectedFile } from '../../../shared/api/contract/intake.ts';
import type { Issue } from '../../../shared/intake/issue.ts';
import { formatter } from '../../text/formatter.ts';
import { dialectWords, intakeText, rowStatusWords } from '../../text/intake.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { StatusShape } from '../../ui/StatusShape.tsx';
import { issueShape, rowShapes, rowStatuses } from './rowFacts.ts';

const useStyles = makeStyles({
  file: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, minWidth: 0 },
  name: { overflowWrap: 'anywhere' },
  layout: { color: tokens.colorNeutralForeground2 },
  counts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  count: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  issues: { gridColumn: '1 / -1', display: 'grid', margin: 0, padding: 0, listStyleType: 'none' },
  issue: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

interface FileFactsProps {
  readonly name: string;
  readonly file: Pick<InspectedFile, 'dialect' | 'encoding' | 'bom' | 'delimiter' | 'counts'>;
  readonly rows: number;
  /** What is to be said of the file as a whole. */
  readonly issues: readonly Issue[];
  /** What can be done with it. */
  readonly acts?: ReactNode;
  readonly children?: ReactNode;
}

/** A line of a list of files: what it turned out to be, and how its rows fared. */
export function FileFacts({ name, file, rows, issues, acts, children }: FileFactsProps) {
  const styles = useStyles();
  return (
    <li className={styles.file}>
      <span className={styles.words}>
        <Text weight="semibold" className={styles.name}>
          {name}
        </Text>
        <Text className={styles.layout}>
          {dialectWords[file.dialect]} · {intakeText.encoding(file)} · {intakeText.rows(rows)}
        </Text>
      </span>
      <span className={styles.counts}>
        {rowStatuses
          .filter((status) => file.counts[status] > 0)
          .map((status) => (
            <span key={status} className={styles.count}>
              <StatusShape shape={rowShapes[status]} />
              {formatter.number(file.counts[status])} {rowStatusWords[status].toLowerCase()}
            </span>
          ))}
        {acts}
      </span>
      {children}
      {issues.length > 0 && (
        <ul className={styles.issues}>
          {issues.map((issue) => (
            <li key={issue.code} className={styles.issue}>
              <StatusShape shape={issueShape(issue)} />
              <Text>{issue.message}</Text>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
