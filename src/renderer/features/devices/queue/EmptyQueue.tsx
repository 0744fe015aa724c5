import { Button } from '@fluentui/react-components';
import { ArrowImportRegular, HatGraduationRegular, TableSimpleRegular } from '@fluentui/react-icons';
import { goTo } from '../../../app/navigation.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { queueText } from '../../../text/devices.ts';
import { tenantText } from '../../../text/tenants.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { useNotify } from '../../../ui/notify.ts';

/** How the first device gets in; practising is one click away. */
export function EmptyQueue() {
  const { tenant } = useWorkspace();
  const notify = useNotify();
  const addPractice = useCommand('tenants.addPractice');
  const activate = useCommand('tenants.activate');

  async function practise(): Promise<void> {
    const added = await addPractice.run({});
    if (!added.ok) return;
    const activated = await activate.run({ id: added.value.id });
    if (!activated.ok) return;
    notify.done(queueText.practiceReady);
    goTo({ page: 'intake' });
  }

  return (
    <EmptyState
      icon={<TableSimpleRegular />}
      title={queueText.emptyTitle}
      sentence={tenant === null ? queueText.noTenantSentence : queueText.emptySentence}
    >
      {tenant === null ? (
        <LinkButton to={{ page: 'tenants' }} appearance="primary">
          {tenantText.add}
        </LinkButton>
      ) : (
        <LinkButton to={{ page: 'intake' }} appearance="primary" icon={<ArrowImportRegular />}>
          {queueText.toIntake}
        </LinkButton>
      )}
      {tenant?.kind !== 'practice' && (
        <Button
          size="large"
          icon={<HatGraduationRegular />}
          disabledFocusable={addPractice.running}
          onClick={() => void practise()}
        >
          {queueText.practise}
        </Button>
      )}
    </EmptyState>
  );
}
