import { consent, noConsent, type Consent } from '../../shared/consent/consent.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';

/** The consents of customers. */
export function createConsentStore({ database }: Store) {
  const byTenant = database.prepare(`
    SELECT tenant_id AS id, state, way, link, changed_at AS changedAt, changed_by AS changedBy,
           verified_at AS verifiedAt, verified_by AS verifiedBy
      FROM consent WHERE tenant_id = ?`);
  const save = database.prepare(`
    INSERT INTO consent (tenant_id, state, way, link, changed_at, changed_by, verified_at, verified_by)
    VALUES (@tenantId, @state, @way, @link, @changedAt, @changedBy, @verifiedAt, @verifiedBy)
    ON CONFLICT (tenant_id) DO UPDATE SET state = @state, way = @way, link = @link, changed_at = @changedAt,
      changed_by = @changedBy, verified_at = @verifiedAt, verified_by = @verifiedBy`);

  return {
    /**
     * That of a customer.
     * @throws AppError `damaged` where it cannot be read: then nobody knows whether devices may be registered
     */
    of(tenantId: string): Consent {
      const row = byTenant.get(tenantId);
      return row === undefined ? noConsent : readRow('consent', consent, row);
    },
    /** The same where one that cannot be read counts as missing, so that nothing is sent by mistake. */
    countedOf(tenantId: string): Consent {
      const row = byTenant.get(tenantId);
      if (row === undefined) return noConsent;
      const read = consent.safeParse(row);
      return read.success ? read.data : { ...noConsent, state: 'wanted' };
    },
    save: (tenantId: string, kept: Consent): void => void save.run({ ...kept, tenantId }),
  };
}
