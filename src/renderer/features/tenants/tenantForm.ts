import type { InputOf } from '../../../shared/api/contract.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { isSharedAuthority } from '../../../shared/tenants/sharedAuthority.ts';
import { tenantFormText } from '../../text/tenants.ts';

/** The form of a new tenant, as it stands. */
export interface TenantForm {
  readonly name: string;
  readonly directoryId: string;
  readonly clientId: string;
  readonly cloud: TenantView['cloud'];
  readonly colour: TenantView['colour'];
  readonly by: TenantView['signIn']['by'];
  readonly keyFile: string;
  readonly thumbprint: string;
}
export type FieldProblems = Partial<Record<keyof TenantForm, string>>;

export const emptyTenant: TenantForm = {
  name: '',
  directoryId: '',
  clientId: '',
  cloud: 'global',
  colour: 'blue',
  by: 'person',
  keyFile: '',
  thumbprint: '',
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SHA256 = /^[0-9a-f]{64}$/i;

/** What a person still has to mend before the tenant can be added; empty where nothing. */
export function problemsOf({ name, directoryId, clientId, by, keyFile, thumbprint }: TenantForm): FieldProblems {
  const digits = thumbprint.replaceAll(/[\s:]/g, '');
  return {
    ...(name.trim() === '' && { name: tenantFormText.nameMissing }),
    ...(isSharedAuthority(directoryId) && { directoryId: tenantFormText.directoryShared }),
    ...(directoryId.trim() === '' && { directoryId: tenantFormText.directoryMissing }),
    ...(!GUID.test(clientId.trim()) && { clientId: tenantFormText.clientWrong }),
    ...(by === 'certificate' && keyFile.trim() === '' && { keyFile: tenantFormText.keyFileMissing }),
    ...(by === 'certificate' &&
      digits !== '' &&
      !SHA256.test(digits) && { thumbprint: tenantFormText.thumbprintWrong }),
  };
}

/** The form as it is sent. */
export function inputOf(tenant: TenantForm): InputOf<'tenants.add'> {
  const { name, directoryId, clientId, cloud, colour, by, keyFile, thumbprint } = tenant;
  const written = { name, directoryId, clientId: clientId.trim(), cloud, colour };
  if (by === 'person') return written;
  const certificate = { privateKeyFile: keyFile, ...(thumbprint.trim() !== '' && { thumbprintSha256: thumbprint }) };
  return { ...written, certificate };
}
