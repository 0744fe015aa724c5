import { useState } from 'react';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { chosenScenario, type ChosenScenario } from '../../../shared/scenarios/scenarioName.ts';
import { scenarioTitles } from '../../../shared/scenarios/scenarioWords.ts';
import { useCommand } from '../../api/useCommand.ts';
import { scenarioText } from '../../text/scenarios.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';

interface ScenarioDialogProps {
  readonly deviceIds: readonly string[];
  /** What a person chose before; null where the profile tells. */
  readonly present: ChosenScenario | null;
  readonly onClose: () => void;
}

const BY_PROFILE = 'byProfile';

/** Says how devices are deployed; the assigned profile tells where nobody does. */
export function ScenarioDialog({ deviceIds, present, onClose }: ScenarioDialogProps) {
  const [choice, setChoice] = useState<string>(present ?? BY_PROFILE);
  const choose = useCommand('scenarios.choose', { showsFailure: true });
  const notify = useNotify();

  async function confirm(): Promise<void> {
    const scenario = chosenScenario.safeParse(choice).data ?? null;
    const outcome = await choose.run({ deviceIds: [...deviceIds], scenario });
    if (!outcome.ok) return;
    notify.done(scenarioText.done(outcome.value.changed));
    onClose();
  }

  return (
    <ConfirmDialog
      title={scenarioText.title(deviceIds.length)}
      confirm={scenarioText.confirm}
      running={choose.running}
      failure={choose.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field label={scenarioText.field}>
        <RadioGroup value={choice} onChange={(_, { value }) => setChoice(value)}>
          <Radio value={BY_PROFILE} label={{ children: labelOf(scenarioText.byProfile, scenarioText.byProfileHint) }} />
          {chosenScenario.options.map((name) => (
            <Radio
              key={name}
              value={name}
              label={{ children: labelOf(scenarioTitles[name], scenarioText.hints[name]) }}
            />
          ))}
        </RadioGroup>
      </Field>
    </ConfirmDialog>
  );
}

const labelOf = (title: string, hint: string) => (
  <>
    <strong>{title}</strong>
    <br />
    {hint}
  </>
);
