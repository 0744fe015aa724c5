import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import type { TenantCheck } from '../../../shared/api/contract/preflight.ts';
import { answerWords } from '../../../shared/preflight/sayTenant.ts';
import { tenantAnswer, type TenantAnswer } from '../../../shared/preflight/tenantQuestion.ts';
import { actorsWords } from '../../../shared/knowledge/knowledgeWords.ts';
import { preflightText } from '../../text/preflight.ts';

import { Sources } from './Sources.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    maxWidth: '760px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface QuestionListProps {
  readonly questions: TenantCheck['questions'];
  /** Among others those that the answers come to. */
  readonly findings: TenantCheck['findings'];
  readonly answers: ReadonlyMap<string, TenantAnswer>;
  readonly onAnswer: (question: string, answer: TenantAnswer) => void;
}

/** What cannot be read of a tenant, as questions to somebody who knows it. */
export function QuestionList({ questions, findings, answers, onAnswer }: QuestionListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={preflightText.questions}>
      {questions.map(({ id, asks, without, who }) => (
        <li key={id} className={styles.item}>
          <Field label={asks}>
            <RadioGroup
              layout="horizontal"
              value={answers.get(id) ?? 'notKnown'}
              onChange={(_, { value }) => onAnswer(id, tenantAnswer.catch('notKnown').parse(value))}
            >
              {tenantAnswer.options.map((answer) => (
                <Radio key={answer} value={answer} label={answerWords[answer]} />
              ))}
            </RadioGroup>
          </Field>
          <Text className={styles.quiet}>{preflightText.afterNo(without, actorsWords(who))}</Text>
          {findings.map(
            ({ finding, sources }) =>
              finding.code === 'tenant.asked' && finding.question === id && <Sources key={id} sources={sources} />,
          )}
        </li>
      ))}
    </ul>
  );
}
