import type { Issue } from '../intake/issue.ts';
import { hasLuhnCheckDigit, hasRetailCheckDigit } from './checkDigits.ts';
import type { CleanedScan } from './cleanScan.ts';
import { serviceTagOf } from './expressServiceCode.ts';
import { inCapitals, letterCaseOf } from './letterCase.ts';
import { lenovoSerialOf } from './lenovoSerialOf.ts';
import { markedSerial } from './markedSerial.ts';
import { unmarkedReadingsOf } from './otherReadings.ts';
import { peelLabel } from './peelLabel.ts';

import { scanIssue } from './scanIssues.ts';
import { printedSerial } from './printedSerial.ts';
import { nothingIn, unknownCode, type CodeReading, type ScanContent } from './scanContent.ts';
import type { ScanRepair } from './scanRepair.ts';

const HARDWARE_HASH = /^T0[E-H][A-Za-z0-9+/=]{100,}$/;
const PRODUCT_KEY = /^(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}$/i;
const THIRTEEN_DIGITS = /^\d{13}$/;
/** How every product key ID on a box begins; a shop's number of the same length begins otherwise, or its check digit is wrong. */
const PRODUCT_KEY_ID_START = '33';
/** The Windows product ID that Partner Center takes in place of the product key ID. */
const PRODUCT_ID = /^\d{5}-\d{5}-\d{4,5}-[A-Z0-9]{5}$/;
const IMEI = /^(?:imei ?\d?[ .#:=]*)?(\d{15})$/i;
const UPC_OR_GTIN = /^(?:\d{12}|\d{14})$/;
const RETAIL_SYMBOLOGY = 'E';

/** What a code is that has no structure of its own: a serial number, or another number of a label. */
export function readPlainCode({ text, repairs, symbology, fields }: CleanedScan): CodeReading {
  const peeled = peelLabel(text);
  const done: ScanRepair[] = [...repairs, ...peeled.repairs];
  const as = (content: ScanContent, code = text): CodeReading => ({ content, code, repairs: done });
  const otherwise = (issue: Issue): CodeReading => as(unknownCode(issue));

  if (text === '') return otherwise(scanIssue('scan.empty', 'text'));
  if (HARDWARE_HASH.test(text)) return otherwise(scanIssue('scan.hardware-hash', 'text'));
  if (PRODUCT_KEY.test(text)) return otherwise(scanIssue('scan.product-key', 'text'));
  if (fields.length > 1) {
    const marked = markedSerial(letterCaseOf(text) === 'small' ? fields.map(inCapitals) : fields);
    if (marked === null || printedSerial(marked) === null) return otherwise(scanIssue('scan.several-fields', 'text'));
    done.push('data-identifier');
    return as(serialContent(marked), marked);
  }
  const bare = peeled.text;
  const capitals = letterCaseOf(bare) === 'small' ? inCapitals(bare) : bare;
  if (PRODUCT_ID.test(capitals)) return as(productKeyId, capitals);
  const isEanLike = THIRTEEN_DIGITS.test(bare) && hasRetailCheckDigit(bare);
  const isRetail = isEanLike && !bare.startsWith(PRODUCT_KEY_ID_START);
  if (symbology === RETAIL_SYMBOLOGY || (isRetail && !peeled.isMarked)) {
    return otherwise(scanIssue('scan.retail-code', 'text'));
  }
  if (THIRTEEN_DIGITS.test(bare) && !peeled.isMarked) return as(productKeyId, bare);
  const imei = IMEI.exec(bare)?.[1];
  if (imei !== undefined && hasLuhnCheckDigit(imei) && !peeled.isMarked)
    return otherwise(scanIssue('scan.imei', 'text'));
  const printedTag = /\D/.test(bare) ? serviceTagOf(bare) : null;
  if (printedTag !== null) {
    const issue = scanIssue('scan.express-service-code', 'serialNumber', { serviceTag: printedTag });
    return as({ ...serialContent(printedTag), issues: [issue] }, printedTag);
  }
  const serial = printedSerial(bare);
  if (serial === null) return otherwise(scanIssue('scan.unreadable', 'text', { isTooLong: false }));
  if (serial !== bare) done.push('letter-case');
  const issues = peeled.isMarked ? [] : doubtsAbout(serial);
  return as({ ...serialContent(serial), issues }, serial);
}

const productKeyId: ScanContent = {
  ...nothingIn('product-key-id'),
  issues: [scanIssue('scan.product-key-id', 'text')],
};

const serialContent = (serialNumber: string): ScanContent => ({ ...nothingIn('serial'), serialNumber });

/** What else a text may be that has the form of a serial number. */
function doubtsAbout(serialNumber: string): Issue[] {
  const lenovo = lenovoSerialOf(serialNumber);
  if (lenovo !== null) return [scanIssue('scan.lenovo', 'serialNumber', { serialNumber: lenovo })];
  const serviceTag = serviceTagOf(serialNumber);
  if (serviceTag !== null) return [scanIssue('scan.express-service-code', 'serialNumber', { serviceTag })];
  const isLikeRetail = UPC_OR_GTIN.test(serialNumber) && hasRetailCheckDigit(serialNumber);
  if (isLikeRetail) return [scanIssue('scan.like-retail-code', 'serialNumber')];
  const [unmarked] = unmarkedReadingsOf(serialNumber);
  return unmarked === undefined ? [] : [scanIssue('scan.like-marked', 'serialNumber', { serialNumber: unmarked })];
}
