import { useState } from 'react';
import type { TenantProfile } from '../../../shared/profiles/tenantProfile.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffer } from '../../acts/actsContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { profilesText } from '../../text/profiles.ts';
import { useNotify } from '../../ui/notify.ts';
import { MakeFileDialog } from '../profileJson/MakeFileDialog.tsx';
import { checkProfileJson } from '../profileJson/profileJsonActs.tsx';
import { ReadDialog } from '../tenants/ReadDialog.tsx';
import { ReadRows } from '../tenants/ReadRows.tsx';
import { ProfileTable } from './ProfileTable.tsx';

interface ProfilesDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** The deployment profiles of a tenant as they were read last; read anew when a person says so. The making of a file takes their place. */
export function ProfilesDialog({ tenant, onClose }: ProfilesDialogProps) {
  const notify = useNotify();
  const reading = useProcedure('profiles.list', { tenantId: tenant.id }, ['tenants.changed', 'devices.changed']);
  const read = useCommand('profiles.read', { showsFailure: true });

  const checkFile = useOffer(checkProfileJson, { kind: 'reseal', status: null });
  const [made, setMade] = useState<TenantProfile | null>(null);

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(profilesText.done(outcome.value.profiles.length));
  }

  if (made !== null) return <MakeFileDialog tenant={tenant} profile={made} onClose={() => setMade(null)} />;
  return (
    <ReadDialog
      tenant={tenant}
      title={profilesText.title(tenant.name)}
      reading={reading}
      read={{ ...read, run: () => void readAnew() }}
      besides={<ActButton offer={checkFile} />}
      onClose={onClose}
    >
      {({ readAt, isWhole, profiles }) => (
        <ReadRows text={profilesText} readAt={readAt} isWhole={isWhole} count={profiles.length}>
          <ProfileTable profiles={profiles} onMakeFile={setMade} />
        </ReadRows>
      )}
    </ReadDialog>
  );
}
