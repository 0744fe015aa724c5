import { DocumentSettingsRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { profilesText } from '../../text/profiles.ts';
import { ProfilesDialog } from './ProfilesDialog.tsx';

/** What the tenant’s deployment profiles say; to be seen offline too. */
export const showProfiles: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'profiles.show',
  label: profilesText.act,
  Icon: DocumentSettingsRegular,
  alsoCalled: profilesText.otherwise,
  dialog: ({ tenant }, onClose) => <ProfilesDialog tenant={tenant} onClose={onClose} />,
};

export const profileActs: readonly Act[] = [showProfiles];
