import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { profilesText } from '../../text/profiles.ts';
import { useNotify } from '../../ui/notify.ts';
import { ReadDialog } from '../tenants/ReadDialog.tsx';
import { ReadRows } from '../tenants/ReadRows.tsx';
import { ProfileTable } from './ProfileTable.tsx';

interface ProfilesDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** The deployment profiles of a tenant as they were read last; read anew when a person says so. */
export function ProfilesDialog({ tenant, onClose }: ProfilesDialogProps) {
  const notify = useNotify();
  const reading = useProcedure('profiles.list', { tenantId: tenant.id }, ['tenants.changed', 'devices.changed']);
  const read = useCommand('profiles.read', { showsFailure: true });

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(profilesText.done(outcome.value.profiles.length));
  }

  return (
    <ReadDialog
      tenant={tenant}
      title={profilesText.title(tenant.name)}
      reading={reading}
      read={{ ...read, run: () => void readAnew() }}
      onClose={onClose}
    >
      {({ readAt, isWhole, profiles }) => (
        <ReadRows text={profilesText} readAt={readAt} isWhole={isWhole} count={profiles.length}>
          <ProfileTable profiles={profiles} />
        </ReadRows>
      )}
    </ReadDialog>
  );
}
