import { Fragment } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ListedPolicy } from '../../../shared/api/contract/preparation.ts';
import { preparationFindingWords } from '../../../shared/preparation/preparationFinding.ts';
import { deviceGroupWords, kindWords, preparationFacts } from '../../../shared/preparation/preparationWords.ts';
import { commonText } from '../../text/common.ts';
import { formatter } from '../../text/formatter.ts';
import { preparationText } from '../../text/preparation.ts';
import { Facts } from '../../ui/Facts.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  ruled: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  finding: { display: 'block' },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0` },
});

const columnNames = ['name', 'kind', 'priority', 'group', 'items'] as const;

/** Every policy with what is wrong with it, or not known, and its settings behind a line to open. */
export function PolicyTable({ policies }: { readonly policies: readonly ListedPolicy[] }) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={preparationText.table}>
        <thead>
          <tr className={styles.ruled}>
            {columnNames.map((name) => (
              <th key={name} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {preparationText.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policies.map(({ policy, findings }) => (
            <Fragment key={policy.id}>
              <tr>
                <th scope="row" className={styles.cell}>
                  {policy.name}
                </th>
                <td className={styles.cell}>{kindWords(policy)}</td>
                <td className={styles.cell}>{policy.priority ?? commonText.none}</td>
                <td className={styles.cell}>{deviceGroupWords(policy)}</td>
                <td className={styles.cell}>
                  {policy.settings === null
                    ? commonText.none
                    : preparationText.items(policy.apps.length, policy.scripts.length)}
                </td>
              </tr>
              <tr className={styles.ruled}>
                <td className={styles.cell} colSpan={columnNames.length}>
                  {findings.length === 0 && <StatusWord shape="done" word={preparationText.right} />}
                  {findings.map((finding, index) => (
                    <span key={index} className={styles.finding}>
                      <StatusWord
                        shape={finding.code === 'preparation.notRead' ? 'open' : 'warning'}
                        word={preparationFindingWords(finding)}
                      />
                    </span>
                  ))}
                  <details>
                    <summary className={styles.summary}>{preparationText.settingsOf(policy.name)}</summary>
                    <Facts facts={preparationFacts(policy, formatter.longInstant)} areWords />
                  </details>
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
