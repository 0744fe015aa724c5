import { Field, makeStyles, tokens } from '@fluentui/react-components';
import type { Preview } from '../../../shared/api/contract/intake.ts';
import { useCommand } from '../../api/useCommand.ts';
import { batchText } from '../../text/scenarios.ts';
import { JoinTypeSelect } from '../scenarios/JoinTypeSelect.tsx';
import { ScenarioSelect } from '../scenarios/ScenarioSelect.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalS },
});

/** What all devices of the import are for; kept with the import at once. */
export function BatchScenario({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const apply = useCommand('intake.applyToAll');
  const { previewId, scenario, joinType } = preview;
  return (
    <div className={styles.root}>
      <Field label={batchText.label} orientation="horizontal">
        <ScenarioSelect
          value={scenario}
          unsaid={batchText.unsaid}
          onChange={(value) => void apply.run({ previewId, scenario: value })}
        />
      </Field>
      <Field label={batchText.joinLabel} orientation="horizontal">
        <JoinTypeSelect
          value={joinType}
          unsaid={batchText.unsaid}
          onChange={(value) => void apply.run({ previewId, joinType: value })}
        />
      </Field>
    </div>
  );
}
