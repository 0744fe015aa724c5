import { Button } from '@fluentui/react-components';
import { ArrowImportRegular, HatGraduationRegular, TableSimpleRegular } from '@fluentui/react-icons';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { ActButton } from '../../../acts/ActButton.tsx';
import { useOffer } from '../../../acts/actsContext.ts';
import { goTo } from '../../../app/navigation.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { queueText } from '../../../text/devices.ts';
import { playText } from '../../../text/play.ts';
import { tenantText } from '../../../text/tenants.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { useNotify } from '../../../ui/notify.ts';
import { addSamples } from '../../tenants/tenantActs.tsx';

/** How the first device gets in; practising is one click away. */
export function EmptyQueue() {
  const { tenant } = useWorkspace();
  const notify = useNotify();
  const isPractice = tenant?.kind === 'practice';
  const samples = useOffer(addSamples, { kind: 'reseal', status: null });
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
    <EmptyState icon={<TableSimpleRegular />} title={queueText.emptyTitle} sentence={sentenceFor(tenant?.kind ?? null)}>
      {tenant === null ? (
        <LinkButton to={{ page: 'tenants' }} appearance="primary">
          {tenantText.add}
        </LinkButton>
      ) : (
        <LinkButton
          to={{ page: 'intake' }}
          appearance={isPractice ? 'secondary' : 'primary'}
          icon={<ArrowImportRegular />}
        >
          {queueText.toIntake}
        </LinkButton>
      )}
      {isPractice ? (
        <ActButton offer={samples} appearance="primary" />
      ) : (
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

function sentenceFor(kind: TenantView['kind'] | null): string {
  switch (kind) {
    case null:
      return queueText.noTenantSentence;
    case 'practice':
      return playText.emptyPractice;
    case 'entra':
      return queueText.emptySentence;
  }
}
