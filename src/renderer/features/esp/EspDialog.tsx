import { Button, Text } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { ReadPages } from '../../../shared/api/contract/esp.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { espText } from '../../text/esp.ts';
import { tenantText } from '../../text/tenants.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { When } from '../../ui/When.tsx';
import { canReach } from '../tenants/canReach.ts';
import { EspTable } from './EspTable.tsx';
import { FlowTimeForm } from './FlowTimeForm.tsx';

interface EspDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** The status pages of a tenant as they were read last, and how long its technician flows may take where none tells it. */
export function EspDialog({ tenant, onClose }: EspDialogProps) {
  const notify = useNotify();
  const reading = useProcedure('esp.list', { tenantId: tenant.id }, ['tenants.changed', 'devices.changed']);
  const read = useCommand('esp.read', { showsFailure: true });

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(espText.done(outcome.value.pages.length));
  }

  return (
    <DialogFrame
      title={espText.title(tenant.name)}
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
            {read.running ? commonText.workingOn : espText.read}
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
      <Loaded reading={reading}>
        {(pages) => (
          <>
            <Pages {...pages} />
            <FlowTimeForm key={pages.flowMinutes} tenantId={tenant.id} present={pages.flowMinutes} />
          </>
        )}
      </Loaded>
    </DialogFrame>
  );
}

function Pages({ readAt, isWhole, pages }: ReadPages) {
  if (readAt === null) return <Text>{espText.never}</Text>;
  return (
    <>
      <Text>
        {espText.asOf} <When at={readAt} />. {isWhole ? '' : espText.endedEarly}
      </Text>
      {pages.length === 0 ? (
        <Text>{espText.none}</Text>
      ) : (
        <>
          <Text>{espText.sentence}</Text>
          <EspTable pages={pages} />
        </>
      )}
    </>
  );
}
