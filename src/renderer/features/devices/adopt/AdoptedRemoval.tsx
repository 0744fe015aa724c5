import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { adoptText } from '../../../text/adopt.ts';
import { commonText } from '../../../text/common.ts';
import { bulkRemovalText } from '../../../text/removal.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { RemovalOfAdopted } from '../../removal/RemovalOfAdopted.tsx';
import { useLeaveAsBefore } from '../../removal/useLeaveAsBefore.ts';
import { AdoptionResult } from './AdoptionResult.tsx';
import type { AdoptionResult as Result } from './useAdoption.ts';

interface AdoptedRemovalProps {
  readonly tenant: TenantView;
  readonly result: Result;
  readonly onClose: () => void;
}

/** Goes on to the removal of what was taken in for it; what could not be taken in is said before. */
export function AdoptedRemoval({ tenant, result, onClose }: AdoptedRemovalProps) {
  const { deviceIds, adoptedIds, refused, left, failure } = result;
  const [isSeen, setIsSeen] = useState(refused.length === 0 && left === 0 && failure === null);
  const leaveAsBefore = useLeaveAsBefore(tenant.id, adoptedIds);
  if (isSeen) {
    return <RemovalOfAdopted tenantId={tenant.id} deviceIds={deviceIds} adoptedIds={adoptedIds} onClose={onClose} />;
  }
  function cancel(): void {
    void leaveAsBefore();
    onClose();
  }
  return (
    <DialogFrame
      title={adoptText.title(tenant.name)}
      size="table"
      actions={
        <>
          <Button size="large" onClick={cancel}>
            {commonText.cancel}
          </Button>
          <Button
            size="large"
            appearance="primary"
            disabledFocusable={deviceIds.length === 0}
            onClick={() => setIsSeen(true)}
          >
            {bulkRemovalText.askMany(deviceIds.length)}
          </Button>
        </>
      }
      onClose={cancel}
    >
      <AdoptionResult result={result} />
    </DialogFrame>
  );
}
