/** As printed: eleven or ten digits, on the label in groups. */
const EXPRESS_SERVICE_CODE =
  /^(?:express(?: service)?(?: code)?[ .#:=]*)?(\d{3}([ -])\d{3}\2\d{3}\2\d{1,2}|\d{10,11})$/i;
const TAG_CHARACTERS = 7;
const TAG_BASE = 36;

/** The service tag that Dell's Express Service Code stands for: the same number to base 36. Null where it can be none. */
export function serviceTagOf(text: string): string | null {
  const digits = EXPRESS_SERVICE_CODE.exec(text)?.[1]?.replaceAll(/\D/g, '');
  if (digits === undefined || digits.startsWith('0')) return null;
  const tag = Number(digits).toString(TAG_BASE).toUpperCase();
  return tag.length === TAG_CHARACTERS ? tag : null;
}
