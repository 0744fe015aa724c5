import { Button, Text } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { ReadPolicies } from '../../../shared/api/contract/preparation.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { preparationText } from '../../text/preparation.ts';
import { tenantText } from '../../text/tenants.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { When } from '../../ui/When.tsx';
import { canReach } from '../tenants/canReach.ts';
import { PolicyTable } from './PolicyTable.tsx';

interface PreparationDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** How device preparation is set up in a tenant, as it was read last; read anew when a person says so. */
export function PreparationDialog({ tenant, onClose }: PreparationDialogProps) {
  const notify = useNotify();
  const reading = useProcedure('preparation.list', { tenantId: tenant.id }, ['tenants.changed']);
  const read = useCommand('preparation.read', { showsFailure: true });

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(preparationText.done(outcome.value.policies.length));
  }

  return (
    <DialogFrame
      title={preparationText.title(tenant.name)}
      size="table"
      actions={
        <>
          <Button
            size="large"
            appearance="primary"
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={read.running || !canReach(tenant)}
            onClick={() => void readAnew()}
          >
            {read.running ? commonText.workingOn : preparationText.read}
          </Button>
          <Button size="large" onClick={onClose}>
            {commonText.close}
          </Button>
        </>
      }
      onClose={onClose}
    >
      {read.failure !== null && <ProblemBar failure={read.failure} />}
      {!canReach(tenant) && <Text>{tenantText.isSignedOut}</Text>}
      <Loaded reading={reading}>{(policies) => <Policies {...policies} />}</Loaded>
    </DialogFrame>
  );
}

function Policies({ readAt, isWhole, policies }: ReadPolicies) {
  if (readAt === null) return <Text>{preparationText.never}</Text>;
  return (
    <>
      <Text>
        {preparationText.asOf} <When at={readAt} />. {isWhole ? '' : preparationText.endedEarly}
      </Text>
      {policies.length === 0 ? (
        <Text>{preparationText.none}</Text>
      ) : (
        <>
          <Text>{preparationText.sentence}</Text>
          <PolicyTable policies={policies} />
        </>
      )}
    </>
  );
}
