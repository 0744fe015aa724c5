import { Button, Text } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { ReadProfiles } from '../../../shared/api/contract/profiles.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { profilesText } from '../../text/profiles.ts';
import { tenantText } from '../../text/tenants.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { When } from '../../ui/When.tsx';
import { canReach } from '../tenants/canReach.ts';
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
    <DialogFrame
      title={profilesText.title(tenant.name)}
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
            {read.running ? commonText.workingOn : profilesText.read}
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
      <Loaded reading={reading}>{(profiles) => <Profiles {...profiles} />}</Loaded>
    </DialogFrame>
  );
}

function Profiles({ readAt, isWhole, profiles }: ReadProfiles) {
  if (readAt === null) return <Text>{profilesText.never}</Text>;
  return (
    <>
      <Text>
        {profilesText.asOf} <When at={readAt} />. {isWhole ? '' : profilesText.endedEarly}
      </Text>
      {profiles.length === 0 ? (
        <Text>{profilesText.none}</Text>
      ) : (
        <>
          <Text>{profilesText.sentence}</Text>
          <ProfileTable profiles={profiles} />
        </>
      )}
    </>
  );
}
