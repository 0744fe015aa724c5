import { Input, Select } from '@fluentui/react-components';
import { useProcedure } from '../../api/useProcedure.ts';
import { profilesText } from '../../text/profiles.ts';

interface ProfileChoiceProps {
  readonly tenantId: string;
  /** Empty: any will do. */
  readonly value: string;
  /** Names to offer where the tenant’s list was never read. */
  readonly listId?: string;
  readonly onChange: (value: string) => void;
}

/** The name of a profile, chosen from those of the tenant, or typed where these were never read; the field around it has its name. */
export function ProfileChoice({ tenantId, value, listId, onChange }: ProfileChoiceProps) {
  const reading = useProcedure('profiles.list', { tenantId }, ['tenants.changed']);
  const profiles = reading.state === 'ready' ? reading.value.profiles : [];
  if (profiles.length === 0) {
    return (
      <Input
        size="large"
        value={value}
        autoComplete="off"
        {...(listId !== undefined && { list: listId })}
        onChange={(_, typed) => onChange(typed.value)}
      />
    );
  }
  const names = [...new Set(profiles.map(({ profile }) => profile.name))];
  return (
    <Select size="large" value={value} onChange={(_, chosen) => onChange(chosen.value)}>
      <option value="">{profilesText.any}</option>
      {value !== '' && !names.includes(value) && <option value={value}>{profilesText.notListed(value)}</option>}
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
