import { z } from 'zod';

/** The newest row of an audit log, kept where the log is not: given it, no row before it can be changed or cut off unseen. */
export const auditHead = z.object({ id: z.number().int().positive(), digest: z.string().regex(/^[0-9a-f]{8,64}$/) });
export type AuditHead = z.infer<typeof auditHead>;

/** As many digits as a person can copy from paper. */
const PRINTED_DIGITS = 8;

/** A head as it is printed: `5000:1eae90b0`. */
export const printedHead = ({ id, digest }: AuditHead): string => `${id}:${digest.slice(0, PRINTED_DIGITS)}`;

/** A head that was printed, read back; null where it is none. */
export function readHead(text: string): AuditHead | null {
  const [id = '', digest = '', ...rest] = text.trim().toLowerCase().split(':');
  const head = auditHead.safeParse({ id: /^\d{1,15}$/.test(id) ? Number(id) : null, digest });
  return rest.length === 0 && head.success ? head.data : null;
}
