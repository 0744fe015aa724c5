import type { InputOf } from '../../../shared/api/contract.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { isSharedAuthority } from '../../../shared/tenants/sharedAuthority.ts';
import { tenantFormText } from '../../text/tenants.ts';

/** The form of a new customer, as it stands. */
export interface TenantForm {
  readonly name: string;
  /** Whether its tenant is told now, or later. */
  readonly connects: boolean;
  readonly directoryId: string;
  readonly clientId: string;
  readonly cloud: TenantView['cloud'];
  readonly colour: TenantView['colour'];
  readonly by: TenantView['signIn']['by'];
  readonly keyFile: string;
  readonly thumbprint: string;
}
/** The fields that are typed, in their order. */
export const tenantFields = ['name', 'directoryId', 'clientId', 'keyFile', 'thumbprint'] as const;
export type TenantField = (typeof tenantFields)[number];
export type FieldProblems = Partial<Record<keyof TenantForm, string>>;

export const emptyTenant: TenantForm = {
  name: '',
  connects: false,
  directoryId: '',
  clientId: '',
  cloud: 'global',
  colour: 'steel',
  by: 'person',
  keyFile: '',
  thumbprint: '',
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SHA256 = /^[0-9a-f]{64}$/i;

/** What a person still has to mend before the customer can be added; empty where nothing. */
export function problemsOf(form: TenantForm): FieldProblems {
  return {
    ...(form.name.trim() === '' && { name: tenantFormText.nameMissing }),
    ...(form.connects && bindingProblemsOf(form)),
  };
}

/** What a person still has to mend before a lane can be connected; empty where nothing. */
export function bindingProblemsOf({ directoryId, clientId, by, keyFile, thumbprint }: TenantForm): FieldProblems {
  const digits = thumbprint.replaceAll(/[\s:]/g, '');
  return {
    ...(isSharedAuthority(directoryId) && { directoryId: tenantFormText.directoryShared }),
    ...(directoryId.trim() === '' && { directoryId: tenantFormText.directoryMissing }),
    ...(!GUID.test(clientId.trim()) && { clientId: tenantFormText.clientWrong }),
    ...(by === 'certificate' && keyFile.trim() === '' && { keyFile: tenantFormText.keyFileMissing }),
    ...(by === 'certificate' &&
      digits !== '' &&
      !SHA256.test(digits) && { thumbprint: tenantFormText.thumbprintWrong }),
  };
}

/** What the form says of the tenant, as it is sent. */
export function bindingOf(form: TenantForm): Omit<InputOf<'tenants.connect'>, 'id'> {
  const { directoryId, clientId, cloud, by, keyFile, thumbprint } = form;
  const written = { directoryId, clientId: clientId.trim(), cloud };
  if (by === 'person') return written;
  const certificate = { privateKeyFile: keyFile, ...(thumbprint.trim() !== '' && { thumbprintSha256: thumbprint }) };
  return { ...written, certificate };
}
