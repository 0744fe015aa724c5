import type { TenantView } from '../../../shared/api/contract/microsoft.ts';
import { tenantFormText } from '../../text/tenants.ts';

export interface NewTenant {
  readonly name: string;
  readonly directoryId: string;
  readonly clientId: string;
  readonly cloud: TenantView['cloud'];
  readonly colour: TenantView['colour'];
}
export type FieldProblems = Partial<Record<keyof NewTenant, string>>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a person still has to mend before the tenant can be added; empty where nothing. */
export function problemsOf({ name, directoryId, clientId }: NewTenant): FieldProblems {
  return {
    ...(name.trim() === '' && { name: tenantFormText.nameMissing }),
    ...(directoryId.trim() === '' && { directoryId: tenantFormText.directoryMissing }),
    ...(!GUID.test(clientId.trim()) && { clientId: tenantFormText.clientWrong }),
  };
}
