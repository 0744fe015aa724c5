import type { OutputOf } from '../../../shared/api/contract.ts';
import type { ErasureReceipt } from '../../../shared/erasure/erasure.ts';
import { paperFile } from '../../paper/paperFile.ts';
import { systemAccount } from '../../store/systemAccount.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';

type Done = Pick<ErasureReceipt, 'kind' | 'reference' | 'places' | 'unreachable'>;

/** The receipt of an erasure that was just done, as data and as paper. */
export async function writeReceipt(
  { audit, formatter, ports, settings, who }: ServiceContext,
  done: Done,
): Promise<OutputOf<'erasure.person'>> {
  const receipt: ErasureReceipt = {
    ...done,
    erasedAt: ports.clock.now().toISOString(),
    erasedBy: who(),
    account: systemAccount(),
    auditHead: audit.printedHead(),
  };
  const { labName, benchName } = readSettings(settings);
  const place = [labName, benchName].filter((part) => part !== '').join(', ');
  // The PDF library takes a third of a second to load, and most runs of Reseal print nothing.
  const { receiptPdf } = await import('./paper/receiptPdf.ts');
  const file = await receiptPdf(receipt, place, formatter);
  const day = receipt.erasedAt.slice(0, 10);
  return { receipt, document: paperFile(`erasure-receipt-${day}-${receipt.kind}`, 'pdf', file) };
}
