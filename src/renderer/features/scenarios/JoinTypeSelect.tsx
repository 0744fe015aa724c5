import { Select } from '@fluentui/react-components';
import { chosenJoinType, type ChosenJoinType } from '../../../shared/scenarios/scenarioName.ts';
import { joinTypeTitles } from '../../../shared/scenarios/scenarioWords.ts';

interface JoinTypeSelectProps {
  readonly value: ChosenJoinType | null;
  /** What it is called that nothing is chosen. */
  readonly unsaid: string;
  readonly onChange: (value: ChosenJoinType | null) => void;
}

/** One join type, or none; the field around it has its name. */
export function JoinTypeSelect({ value, unsaid, onChange }: JoinTypeSelectProps) {
  return (
    <Select
      size="large"
      value={value ?? ''}
      onChange={(_, chosen) => onChange(chosenJoinType.safeParse(chosen.value).data ?? null)}
    >
      <option value="">{unsaid}</option>
      {chosenJoinType.options.map((name) => (
        <option key={name} value={name}>
          {joinTypeTitles[name]}
        </option>
      ))}
    </Select>
  );
}
