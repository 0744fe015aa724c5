import { useRef, useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, EditRegular } from '@fluentui/react-icons';
import type { JudgedRule } from '../../../shared/api/contract/scenarios.ts';
import { choiceWords } from '../../../shared/scenarios/scenarioWords.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { rulesText } from '../../text/scenarios.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { DefaultForm } from './DefaultForm.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleTable } from './RuleTable.tsx';

const useStyles = makeStyles({
  byDefault: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  words: { display: 'grid' },
});

interface RulesDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

type Form = { readonly kind: 'rule'; readonly rule: JudgedRule | null } | { readonly kind: 'default' };

/** What the devices of a tenant are for, by group tag and for the rest. A form takes the place of the list, and leads back. */
export function RulesDialog({ tenant, onClose }: RulesDialogProps) {
  const styles = useStyles();
  const notify = useNotify();
  const adding = useRef<HTMLElement>(null);
  const reading = useProcedure('scenarios.rules', { tenantId: tenant.id }, ['tenants.changed', 'devices.changed']);
  const removal = useCommand('scenarios.removeRule');
  const [form, setForm] = useState<Form | null>(null);

  async function remove({ groupTag }: JudgedRule): Promise<void> {
    // Its button goes with the rule.
    adding.current?.focus();
    const outcome = await removal.run({ tenantId: tenant.id, groupTag });
    if (outcome.ok) notify.done(rulesText.removed(groupTag));
  }

  const back = () => setForm(null);
  if (form !== null && reading.state === 'ready') {
    return form.kind === 'rule' ? (
      <RuleForm tenantId={tenant.id} rule={form.rule} known={reading.value} onClose={back} />
    ) : (
      <DefaultForm tenant={tenant} present={reading.value.default} onClose={back} />
    );
  }
  return (
    <DialogFrame
      title={rulesText.title(tenant.name)}
      size="table"
      actions={
        <>
          <Button
            ref={(button: HTMLElement | null) => {
              adding.current = button;
            }}
            size="large"
            appearance="primary"
            icon={<AddRegular />}
            onClick={() => setForm({ kind: 'rule', rule: null })}
          >
            {rulesText.add}
          </Button>
          <Button size="large" onClick={onClose}>
            {commonText.close}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <Text>{rulesText.sentence}</Text>
      <Loaded reading={reading} lines={4}>
        {({ rules, default: byDefault }) => (
          <>
            {rules.length === 0 ? (
              <Text>{rulesText.empty}</Text>
            ) : (
              <RuleTable
                rules={rules}
                onChange={(rule) => setForm({ kind: 'rule', rule })}
                onRemove={(rule) => void remove(rule)}
              />
            )}
            <div className={styles.byDefault}>
              <span className={styles.words}>
                <Text weight="semibold">{rulesText.byDefault}</Text>
                <Text>{choiceWords(byDefault) ?? rulesText.defaultNone}</Text>
              </span>
              <Button size="large" icon={<EditRegular />} onClick={() => setForm({ kind: 'default' })}>
                {rulesText.changeDefault}
              </Button>
            </div>
          </>
        )}
      </Loaded>
    </DialogFrame>
  );
}
