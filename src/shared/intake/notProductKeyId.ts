import { isPlaceholder } from './placeholderSerials.ts';

/** What a value is that stands where a product key ID belongs and is none. */
export type NotProductKeyId = 'placeholder' | 'product-id' | 'product-key';

/** 13 digits, as Windows and the labels on boxes have it. */
const PRODUCT_KEY_ID = /^\d{13}$/;
/** What Windows shows as its product ID, which every device of an edition may share; and as Windows 7 showed it. */
const PRODUCT_ID = /^(?:\d{5}-\d{5}-\d{5}-[A-Z0-9]{5}|\d{5}-(?:\d{3}|OEM)-\d{7}-\d{5})$/i;
/** Partner Center's own documentation has an example of this form as a device's product key. */
const PARTNER_CENTER_EXAMPLE = /^\d{5}-\d{5}-\d{4}-[A-Z0-9]{5}$/i;
const PRODUCT_KEY = /^[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}$/i;

/**
 * Why a value of the column “Windows Product ID” is no product key ID, although the column is meant for one; null for one,
 * and for what may be one.
 * @param inHash the product key ID of the hash, beside which no other kind of number is worth keeping
 */
export function notProductKeyId(value: string, inHash: string | null): NotProductKeyId | null {
  if (PRODUCT_KEY_ID.test(value)) return /^(.)\1*$/.test(value) ? 'placeholder' : null;
  if (PRODUCT_ID.test(value) || (inHash !== null && PARTNER_CENTER_EXAMPLE.test(value))) return 'product-id';
  if (PRODUCT_KEY.test(value)) return 'product-key';
  return !/\d/.test(value) || isPlaceholder(value) ? 'placeholder' : null;
}
