import { useCallback, useState } from 'react';
import type { ProfileJsonReport } from '../../../shared/api/contract/profileJson.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { LARGEST_PROFILE_FILE_BYTES } from '../../../shared/profileJson/checkProfileFile.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useClient } from '../../api/clientContext.ts';
import { profileJsonText } from '../../text/profileJson.ts';
import { base64Of } from '../../ui/base64Of.ts';
import { reachable } from '../tenants/reachable.ts';

type Checked =
  | { readonly state: 'none' | 'working' }
  | { readonly state: 'failed'; readonly failure: Failure }
  /** `notAsked` says why Microsoft was not asked, where a customer was named. */
  | { readonly state: 'done'; readonly report: ProfileJsonReport; readonly notAsked: string | null };

/** Checks a file by itself, or against a customer: as Microsoft has it now, else as it was read last. */
export function useCheckFile(): {
  readonly checked: Checked;
  readonly check: (file: File, tenant: TenantView | null) => Promise<void>;
} {
  const client = useClient();
  const [checked, setChecked] = useState<Checked>({ state: 'none' });

  const check = useCallback(
    async (file: File, tenant: TenantView | null) => {
      setChecked({ state: 'working' });
      // One byte more than is ever read tells that the file is too large.
      const base64 = await base64Of(file.slice(0, LARGEST_PROFILE_FILE_BYTES + 1));
      if (base64 === null) {
        setChecked({ state: 'failed', failure: { code: 'unreadable', message: profileJsonText.unreadable } });
        return;
      }
      const given = { fileName: file.name, base64 };
      const isReachable = tenant === null ? null : reachable(tenant);
      let notAsked = typeof isReachable === 'string' ? isReachable : null;
      if (tenant !== null && isReachable === true) {
        const fresh = await client.call('profileJson.compare', { ...given, tenantId: tenant.id });
        if (fresh.ok) {
          setChecked({ state: 'done', report: fresh.value, notAsked: null });
          return;
        }
        notAsked = fresh.error.message;
      }
      const outcome = await client.call('profileJson.check', { ...given, tenantId: tenant?.id ?? null });
      setChecked(
        outcome.ok ? { state: 'done', report: outcome.value, notAsked } : { state: 'failed', failure: outcome.error },
      );
    },
    [client],
  );
  return { checked, check };
}
