import { useState } from 'react';
import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { practiceMood, practiceMoodWords, type PracticeMood } from '../../../shared/tenants/practiceMood.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { moodText as text } from '../../text/play.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';

const useStyles = makeStyles({
  mood: { display: 'grid', minHeight: '44px' },
  sentence: { color: tokens.colorNeutralForeground2 },
});

/** Lets the practice tenant fail as Microsoft does, until it is told to answer again. */
export function MoodDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const notify = useNotify();
  const reading = useProcedure('tenants.practiceMood', {}, []);
  const setting = useCommand('tenants.setPracticeMood', { showsFailure: true });
  const [chosen, setChosen] = useState<PracticeMood | null>(null);

  async function submit(): Promise<void> {
    if (chosen === null || setting.running) return;
    const outcome = await setting.run({ mood: chosen });
    if (!outcome.ok) return;
    notify.done(text.done[chosen === 'well' ? 'well' : 'other'](practiceMoodWords[chosen].title));
    onClose();
  }

  return (
    <DialogFrame
      title={text.title}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button
            size="large"
            type="submit"
            appearance="primary"
            disabledFocusable={chosen === null || setting.running}
          >
            {text.confirm}
          </Button>
        </>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text>{text.sentence}</Text>
      <Loaded reading={reading}>
        {({ mood }) => (
          <RadioGroup
            aria-label={text.title}
            value={chosen ?? mood ?? ''}
            onChange={(_, { value }) => setChosen(practiceMood.safeParse(value).data ?? null)}
          >
            {practiceMood.options.map((name) => (
              <Radio
                key={name}
                value={name}
                label={
                  <span className={styles.mood}>
                    <Text weight="semibold">{practiceMoodWords[name].title}</Text>
                    <Text className={styles.sentence}>{practiceMoodWords[name].sentence}</Text>
                  </span>
                }
              />
            ))}
          </RadioGroup>
        )}
      </Loaded>
      {setting.failure !== null && <ProblemBar failure={setting.failure} />}
    </DialogFrame>
  );
}
