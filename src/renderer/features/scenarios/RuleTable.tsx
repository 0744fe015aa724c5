import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DeleteRegular, EditRegular } from '@fluentui/react-icons';
import type { JudgedRule } from '../../../shared/api/contract/scenarios.ts';
import { joinTypeTitles, ruleWarningSentence, scenarioTitles } from '../../../shared/scenarios/scenarioWords.ts';
import { commonText } from '../../text/common.ts';
import { formatter } from '../../text/formatter.ts';
import { rulesText } from '../../text/scenarios.ts';
import { Serial } from '../../ui/Serial.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  number: { textAlign: 'right' },
  warning: { display: 'block' },
  acts: { display: 'flex', justifyContent: 'end', gap: tokens.spacingHorizontalXS },
});

interface RuleTableProps {
  readonly rules: readonly JudgedRule[];
  readonly onChange: (rule: JudgedRule) => void;
  readonly onRemove: (rule: JudgedRule) => void;
}

const { columns } = rulesText;
const columnNames = ['groupTag', 'devices', 'profile', 'scenario', 'joinType', 'acts'] as const;

/** Every rule with how many devices it is about, and what may be wrong with it. */
export function RuleTable({ rules, onChange, onRemove }: RuleTableProps) {
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={rulesText.table}>
        <thead>
          <tr>
            {columnNames.map((name) => (
              <th key={name} scope="col" className={name === 'devices' ? mergeClasses(head, styles.number) : head}>
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.groupTag}>
              <th scope="row" className={styles.cell}>
                <Serial wrap>{rule.groupTag}</Serial>
                {rule.warnings.map((warning) => (
                  <span key={warning.code} className={styles.warning}>
                    <StatusWord shape="warning" word={ruleWarningSentence(warning)} />
                  </span>
                ))}
              </th>
              <td className={mergeClasses(styles.cell, styles.number)}>{formatter.number(rule.devices)}</td>
              <td className={styles.cell}>{rule.profile ?? commonText.none}</td>
              <td className={styles.cell}>
                {rule.scenario === null ? commonText.none : scenarioTitles[rule.scenario]}
              </td>
              <td className={styles.cell}>
                {rule.joinType === null ? commonText.none : joinTypeTitles[rule.joinType]}
              </td>
              <td className={styles.cell}>
                <span className={styles.acts}>
                  <Button
                    size="large"
                    appearance="subtle"
                    icon={<EditRegular />}
                    aria-label={rulesText.changeNamed(rule.groupTag)}
                    onClick={() => onChange(rule)}
                  />
                  <Button
                    size="large"
                    appearance="subtle"
                    icon={<DeleteRegular />}
                    aria-label={rulesText.removeNamed(rule.groupTag)}
                    onClick={() => onRemove(rule)}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
