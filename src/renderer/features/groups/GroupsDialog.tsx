import { useState } from 'react';
import { Button, Field, makeStyles, Tab, TabList, Textarea } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { groupsText } from '../../text/groups.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { CheckedRule } from './CheckedRule.tsx';
import { RulesToCopy } from './RulesToCopy.tsx';

const views = ['rules', 'check'] as const;
type View = (typeof views)[number];
/** As long as a rule of Entra may be. */
const LONGEST_RULE = 3_072;

const useStyles = makeStyles({ views: { flexWrap: 'wrap' } });

interface GroupsDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** The rules of dynamic groups for the queue of a tenant, and what a rule makes of that queue. */
export function GroupsDialog({ tenant, onClose }: GroupsDialogProps) {
  const styles = useStyles();
  const [view, setView] = useState<View>('rules');
  const [rule, setRule] = useState('');
  const [checked, setChecked] = useState<OutputOf<'groups.check'> | null>(null);
  const check = useCommand('groups.check', { showsFailure: true });

  async function checkRule(): Promise<void> {
    const outcome = await check.run({ tenantId: tenant.id, rule: rule.trim() });
    setChecked(outcome.ok ? outcome.value : null);
  }

  return (
    <DialogFrame
      title={groupsText.title(tenant.name)}
      size="table"
      actions={
        <>
          {view === 'check' && (
            <Button
              size="large"
              appearance="primary"
              disabledFocusable={check.running || rule.trim() === ''}
              onClick={() => void checkRule()}
            >
              {check.running ? commonText.workingOn : groupsText.check}
            </Button>
          )}
          <Button size="large" onClick={onClose}>
            {commonText.close}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <TabList
        className={styles.views}
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(views.find((name) => name === value) ?? 'rules')}
      >
        {views.map((name) => (
          <Tab key={name} value={name}>
            {groupsText.views[name]}
          </Tab>
        ))}
      </TabList>
      {view === 'rules' ? (
        <RulesToCopy tenantId={tenant.id} />
      ) : (
        <>
          <Field label={groupsText.rule} hint={groupsText.ruleHint}>
            <Textarea
              size="large"
              resize="vertical"
              spellCheck={false}
              maxLength={LONGEST_RULE}
              value={rule}
              onChange={(_, { value }) => {
                setRule(value);
                setChecked(null);
              }}
            />
          </Field>
          {check.failure !== null && <ProblemBar failure={check.failure} />}
          {checked !== null && <CheckedRule {...checked} />}
        </>
      )}
    </DialogFrame>
  );
}
