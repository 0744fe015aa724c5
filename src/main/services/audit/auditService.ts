import type { AuditHandlers } from '../../../shared/api/contract/audit.ts';
import { readHead } from '../../../shared/audit/auditHead.ts';
import { auditVerdictWords } from '../../../shared/audit/auditVerdict.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { exportAudit } from './exportAudit.ts';
import { verifyAudit } from './verifyAudit.ts';

/** What Reseal recorded of acts that matter beyond a device, and whether that is still as it was recorded. */
export function createAuditService(context: ServiceContext): AuditHandlers {
  const { audit, formatter } = context;
  return {
    'audit.list': ({ offset, limit }) => audit.page(offset, limit),
    'audit.head': () => ({ head: audit.printedHead() || null }),
    'audit.verify': async ({ head: text = '' }) => {
      const head = text === '' ? null : readHead(text);
      if (text !== '' && head === null) {
        const message =
          'This is no head of an audit log: it is a number, a colon and eight digits, such as 5000:1eae90b0.';
        throw new AppError('invalid-input', message, { fields: [{ field: 'head', message }] });
      }
      const verdict = await verifyAudit(audit, head);
      return { isWhole: verdict.kind === 'whole', verdict, sentence: auditVerdictWords(verdict, formatter) };
    },
    'audit.export': ({ format }) => exportAudit(context, format),
  };
}
