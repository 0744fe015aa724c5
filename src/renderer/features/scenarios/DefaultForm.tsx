import { useState } from 'react';
import { Field, Text } from '@fluentui/react-components';
import type { ScenarioChoice } from '../../../shared/scenarios/scenarioRule.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { rulesText } from '../../text/scenarios.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';
import { JoinTypeSelect } from './JoinTypeSelect.tsx';
import { ScenarioSelect } from './ScenarioSelect.tsx';

interface DefaultFormProps {
  readonly tenant: TenantView;
  readonly present: ScenarioChoice;
  readonly onClose: () => void;
}

/** What a tenant’s devices are for where nothing else tells. */
export function DefaultForm({ tenant, present, onClose }: DefaultFormProps) {
  const set = useCommand('scenarios.setDefault', { showsFailure: true });
  const notify = useNotify();
  const [choice, setChoice] = useState(present);

  async function confirm(): Promise<void> {
    const outcome = await set.run({ tenantId: tenant.id, ...choice });
    if (!outcome.ok) return;
    notify.done(rulesText.defaultSaved);
    onClose();
  }

  return (
    <ConfirmDialog
      title={rulesText.defaultTitle(tenant.name)}
      confirm={commonText.save}
      running={set.running}
      failure={set.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Text>{rulesText.defaultSentence}</Text>
      <Field label={rulesText.columns.scenario}>
        <ScenarioSelect
          value={choice.scenario}
          unsaid={rulesText.unsaid}
          onChange={(scenario) => setChoice({ ...choice, scenario })}
        />
      </Field>
      <Field label={rulesText.columns.joinType}>
        <JoinTypeSelect
          value={choice.joinType}
          unsaid={rulesText.unsaid}
          onChange={(joinType) => setChoice({ ...choice, joinType })}
        />
      </Field>
    </ConfirmDialog>
  );
}
