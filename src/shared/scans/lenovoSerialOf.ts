/** "1S", ten characters of machine type and model, eight of serial number. */
const LENOVO = /^1S[0-9A-Z]{10}([0-9A-Z]{8})$/;

/** The serial number inside Lenovo's 1S code; null where the text is none. */
export const lenovoSerialOf = (text: string): string | null => LENOVO.exec(text)?.[1] ?? null;
