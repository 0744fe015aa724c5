import { useId, useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { warningsOf } from '../../../shared/scenarios/ruleWarning.ts';
import type { ScenarioRule } from '../../../shared/scenarios/scenarioRule.ts';
import { ruleWarningSentence } from '../../../shared/scenarios/scenarioWords.ts';
import { useCommand } from '../../api/useCommand.ts';
import { rulesText } from '../../text/scenarios.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProfileChoice } from '../profiles/ProfileChoice.tsx';
import { JoinTypeSelect } from './JoinTypeSelect.tsx';
import { ScenarioSelect } from './ScenarioSelect.tsx';

interface RuleFormProps {
  readonly tenantId: string;
  /** The rule to change; null for a new one. */
  readonly rule: ScenarioRule | null;
  readonly known: OutputOf<'scenarios.rules'>;
  readonly onClose: () => void;
}

const nothingSaid: ScenarioRule = { groupTag: '', profile: null, scenario: null, joinType: null };

/** What devices with a group tag are for. How many there are, and tags that are nearly the same, stand beside the tag. */
export function RuleForm({ tenantId, rule, known, onClose }: RuleFormProps) {
  const set = useCommand('scenarios.setRule', { showsFailure: true });
  const notify = useNotify();
  const listId = useId();
  const [wanted, setWanted] = useState<ScenarioRule>(rule ?? nothingSaid);
  const { groupTag, scenario, joinType } = wanted;
  const profile = wanted.profile?.trim() ?? '';
  const others = [...known.groupTags, ...known.rules].map((other) => other.groupTag);
  const [warning] = groupTag === '' ? [] : warningsOf(wanted, others);
  const devices = known.groupTags.find((other) => other.groupTag === groupTag)?.devices ?? 0;
  const saysNothing = profile === '' && scenario === null && joinType === null;

  async function confirm(): Promise<void> {
    const profileName = profile === '' ? null : profile;
    const outcome = await set.run({ tenantId, groupTag, profileName, scenario, joinType });
    if (!outcome.ok) return;
    notify.done(`${rulesText.ruleSaved(groupTag)} ${rulesText.haveTag(outcome.value.devices)}`);
    onClose();
  }

  return (
    <ConfirmDialog
      title={rulesText.ruleTitle(rule?.groupTag ?? null)}
      confirm={rulesText.ruleConfirm}
      disabled={groupTag === '' || saysNothing}
      running={set.running}
      failure={set.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field
        label={rulesText.columns.groupTag}
        required
        hint={groupTag === '' ? rulesText.tagHint : rulesText.haveTag(devices)}
        {...(warning !== undefined && {
          validationState: 'warning',
          validationMessage: ruleWarningSentence(warning),
        })}
      >
        <Input
          size="large"
          value={groupTag}
          list={`${listId}tags`}
          readOnly={rule !== null}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setWanted({ ...wanted, groupTag: value })}
        />
      </Field>
      <Field label={rulesText.columns.profile} hint={rulesText.profileHint}>
        <ProfileChoice
          tenantId={tenantId}
          value={wanted.profile ?? ''}
          listId={`${listId}profiles`}
          onChange={(value) => setWanted({ ...wanted, profile: value })}
        />
      </Field>
      <Field label={rulesText.columns.scenario} hint={saysNothing ? rulesText.saysNothing : ''}>
        <ScenarioSelect
          value={scenario}
          unsaid={rulesText.unsaid}
          onChange={(value) => setWanted({ ...wanted, scenario: value })}
        />
      </Field>
      <Field label={rulesText.columns.joinType}>
        <JoinTypeSelect
          value={joinType}
          unsaid={rulesText.unsaid}
          onChange={(value) => setWanted({ ...wanted, joinType: value })}
        />
      </Field>
      <datalist id={`${listId}tags`}>
        {known.groupTags.map((other) => (
          <option key={other.groupTag} value={other.groupTag}>
            {rulesText.haveTag(other.devices)}
          </option>
        ))}
      </datalist>
      <datalist id={`${listId}profiles`}>
        {known.profiles.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </ConfirmDialog>
  );
}
