import { useState } from 'react';
import { Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TenantAnswer } from '../../../shared/preflight/tenantQuestion.ts';
import type { ChosenJoinType, ChosenScenario } from '../../../shared/scenarios/scenarioName.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { preflightText as text } from '../../text/preflight.ts';
import { useNotify } from '../../ui/notify.ts';
import { JoinTypeSelect } from '../scenarios/JoinTypeSelect.tsx';
import { ScenarioSelect } from '../scenarios/ScenarioSelect.tsx';
import { ReadDialog } from '../tenants/ReadDialog.tsx';
import { FindingList } from './FindingList.tsx';
import { QuestionList } from './QuestionList.tsx';
import { VerdictTable } from './VerdictTable.tsx';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  choice: { minWidth: '240px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

interface TenantPreflightProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** How a tenant is set up, by what was read of it and by answers, which last as long as the dialog. */
export function TenantPreflight({ tenant, onClose }: TenantPreflightProps) {
  const styles = useStyles();
  const notify = useNotify();
  const [scenario, setScenario] = useState<ChosenScenario | null>(null);
  const [join, setJoin] = useState<ChosenJoinType | null>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<string, TenantAnswer>>(new Map());
  const reading = useProcedure(
    'preflight.tenant',
    {
      tenantId: tenant.id,
      answers: [...answers].map(([question, answer]) => ({ question, answer })),
      ...(scenario !== null && { scenario }),
      ...(join !== null && { join }),
    },
    ['tenants.changed', 'devices.changed'],
  );
  const read = useCommand('preflight.readTenant', { showsFailure: true });

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (!outcome.ok) return;
    const [first] = outcome.value.unread;
    if (first === undefined) notify.done(text.tenantRead);
    else notify.warn(text.notAllRead, first.message);
  }

  return (
    <ReadDialog
      tenant={tenant}
      title={text.tenantTitle(tenant.name)}
      sentence={text.tenantSentence}
      reading={reading}
      lines={10}
      read={{ ...read, run: () => void readAnew() }}
      onClose={onClose}
    >
      {({ questions, findings, verdicts }) => (
        <>
          <div className={styles.choices}>
            <Field label={text.scenario} className={styles.choice}>
              <ScenarioSelect value={scenario} unsaid={text.allScenarios} onChange={setScenario} />
            </Field>
            <Field label={text.join} className={styles.choice}>
              <JoinTypeSelect value={join} unsaid={text.bothJoins} onChange={setJoin} />
            </Field>
          </div>
          <VerdictTable verdicts={verdicts} />
          <h3 className={styles.heading}>{text.whatWasRead}</h3>
          <FindingList findings={findings.filter(({ finding }) => finding.code !== 'tenant.asked')} />
          <h3 className={styles.heading}>{text.questions}</h3>
          <Text>{text.questionsSentence}</Text>
          <QuestionList
            questions={questions}
            findings={findings}
            answers={answers}
            onAnswer={(question, answer) => setAnswers(new Map([...answers, [question, answer]]))}
          />
        </>
      )}
    </ReadDialog>
  );
}
