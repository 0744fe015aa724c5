import type { Formatter } from '../../../../shared/format/formatter.ts';
import { refuseUnprintable } from '../../../paper/unprintable.ts';
import { removalPdf } from './removalPdf.ts';
import { textsOn, type RemovalSheet } from './removalSheet.ts';

/**
 * The removal record as the content of a PDF.
 * @throws AppError `unprintable` where it would need `withCodes`
 */
export async function removalFile(sheet: RemovalSheet, formatter: Formatter, withCodes: boolean): Promise<Buffer> {
  if (!withCodes) refuseUnprintable(textsOn(sheet));
  return await removalPdf(sheet, formatter);
}
