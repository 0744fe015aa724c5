import { makeStyles, tokens } from '@fluentui/react-components';
import type { InspectedRow } from '../../../shared/api/contract/intake.ts';
import { mainIssue } from './rowFacts.ts';

const useStyles = makeStyles({
  reason: {
    display: 'block',
    // Two lines; the title and the row itself tell what is longer.
    maxHeight: `calc(2 * ${tokens.lineHeightBase200})`,
    whiteSpace: 'normal',
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Why a row stands as it does, in two lines of a table. */
export function Reason({ row }: { readonly row: Pick<InspectedRow, 'issues'> }) {
  const styles = useStyles();
  const main = mainIssue(row);
  if (main === null) return null;
  return (
    <span title={main.issue.message} className={styles.reason}>
      {main.more === 0 ? main.issue.message : `${main.issue.message} +${main.more}`}
    </span>
  );
}
