import { useState } from 'react';
import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import {
  followGuide,
  stepsOf,
  type BoardGuide,
  type BoardQuestion,
  type RepairCase,
} from '../../../shared/boards/boardGuide.ts';
import { repairChecklistId } from '../../../shared/boards/repairChecklist.ts';
import { repairVerdictTitles } from '../../../shared/boards/boardWords.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { goTo } from '../../app/navigation.ts';
import { boardText } from '../../text/boards.ts';
import { Loaded } from '../../ui/Loaded.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  answers: { display: 'grid', gap: tokens.spacingVerticalS },
  answer: { justifyContent: 'flex-start', maxWidth: 'none', textAlign: 'left' },
  steps: { margin: 0, display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', gap: tokens.spacingHorizontalM },
});

type Given = readonly (readonly [question: string, answer: string])[];

/** Leads to the case of a repair, one question at a time, and shows its verdict and steps. */
export function RepairGuide({ deviceId }: { readonly deviceId: string }) {
  const styles = useStyles();
  const reading = useProcedure('boards.guide', {}, []);
  const [given, setGiven] = useState<Given>([]);
  return (
    <Loaded reading={reading}>
      {(guide) => {
        const state = followGuide(guide, Object.fromEntries(given));
        return (
          <div className={styles.root}>
            {state.kind === 'question' ? (
              <Question
                key={state.question.id}
                question={state.question}
                onAnswer={(answer) => setGiven([...given, [state.question.id, answer]])}
              />
            ) : (
              <FoundCase guide={guide} found={state.found} deviceId={deviceId} />
            )}
            {given.length > 0 && (
              <div className={styles.acts}>
                <Button size="large" onClick={() => setGiven(given.slice(0, -1))}>
                  {boardText.back}
                </Button>
                {state.kind === 'case' && (
                  <Button size="large" onClick={() => setGiven([])}>
                    {boardText.again}
                  </Button>
                )}
              </div>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

interface QuestionProps {
  readonly question: BoardQuestion;
  readonly onAnswer: (answer: string) => void;
}

function Question({ question: { text, hint, answers }, onAnswer }: QuestionProps) {
  const styles = useStyles();
  return (
    <>
      <h3 className={styles.title}>{text}</h3>
      {hint !== undefined && <Text className={styles.quiet}>{hint}</Text>}
      <div className={styles.answers} role="group" aria-label={boardText.answers}>
        {answers.map(({ id, text: answer }) => (
          <Button key={id} size="large" className={styles.answer} onClick={() => onAnswer(id)}>
            {answer}
          </Button>
        ))}
      </div>
    </>
  );
}

interface FoundCaseProps {
  readonly guide: BoardGuide;
  readonly found: RepairCase;
  readonly deviceId: string;
}

function FoundCase({ guide, found, deviceId }: FoundCaseProps) {
  const styles = useStyles();
  const starting = useCommand('checklists.start');

  async function begin(): Promise<void> {
    const outcome = await starting.run({ deviceId, templateId: repairChecklistId(found) });
    if (outcome.ok) goTo({ page: 'checklist', id: outcome.value.id });
  }

  return (
    <>
      <h3 className={styles.title}>{repairVerdictTitles[found.verdict]}</h3>
      <Text weight="semibold">{found.title}</Text>
      {found.caution !== undefined && <Text>{found.caution}</Text>}
      <ol className={styles.steps} aria-label={boardText.steps}>
        {stepsOf(guide, found).map(({ title, hint, who }) => (
          <li key={title}>
            {title}
            <span className={styles.quiet}>
              {boardText.who[who]}
              {hint !== undefined && `: ${hint}`}
            </span>
          </li>
        ))}
      </ol>
      {found.verdict !== 'notSupported' && (
        <div className={styles.acts}>
          <Button size="large" appearance="primary" disabledFocusable={starting.running} onClick={() => void begin()}>
            {boardText.beginChecklist}
          </Button>
        </div>
      )}
      <Text size={200} className={styles.quiet}>
        {boardText.source(guide.source)}
      </Text>
    </>
  );
}
