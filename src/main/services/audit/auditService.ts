import type { AuditHandlers } from '../../../shared/api/contract/audit.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** What Reseal recorded of acts that matter beyond a device. */
export function createAuditService({ audit }: ServiceContext): AuditHandlers {
  return { 'audit.list': ({ offset, limit }) => audit.page(offset, limit) };
}
