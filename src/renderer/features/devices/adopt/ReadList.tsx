import { Button, Spinner } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { adoptText } from '../../../text/adopt.ts';
import { ProblemBar } from '../../../ui/ProblemBar.tsx';

/** Reads the tenant's list anew, and nothing else. */
export function ReadList({ tenant }: { readonly tenant: TenantView }) {
  const read = useCommand('tracking.refresh', { showsFailure: true });
  return (
    <>
      <Button
        size="large"
        icon={read.running ? <Spinner size="tiny" /> : <ArrowClockwiseRegular />}
        disabledFocusable={read.running}
        onClick={() => void read.run({ tenantId: tenant.id, depth: 'list' })}
      >
        {read.running ? adoptText.reading : adoptText.read}
      </Button>
      {read.failure !== null && <ProblemBar failure={read.failure} />}
    </>
  );
}
