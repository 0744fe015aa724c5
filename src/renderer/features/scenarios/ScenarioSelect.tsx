import { Select } from '@fluentui/react-components';
import { chosenScenario, type ChosenScenario } from '../../../shared/scenarios/scenarioName.ts';
import { scenarioTitles } from '../../../shared/scenarios/scenarioWords.ts';

interface ScenarioSelectProps {
  readonly value: ChosenScenario | null;
  /** What it is called that nothing is chosen. */
  readonly unsaid: string;
  readonly onChange: (value: ChosenScenario | null) => void;
}

/** One scenario, or none; the field around it has its name. */
export function ScenarioSelect({ value, unsaid, onChange }: ScenarioSelectProps) {
  return (
    <Select
      size="large"
      value={value ?? ''}
      onChange={(_, chosen) => onChange(chosenScenario.safeParse(chosen.value).data ?? null)}
    >
      <option value="">{unsaid}</option>
      {chosenScenario.options.map((name) => (
        <option key={name} value={name}>
          {scenarioTitles[name]}
        </option>
      ))}
    </Select>
  );
}
