/** The port on which label printers take what they print. */
export const USUAL_PRINTER_PORT = 9100;
/** The last port that a computer has. */
export const PORT_MOST = 65_535;

/** A name or a number of a computer: letters, digits, dots and hyphens, or an IPv6 address. */
const HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*|[\da-f:]*:[\da-f:.]+)$/i;

/** Whether a printer can have this address; an empty one is none. */
export function isPrinterHost(text: string): boolean {
  return text === '' || HOST.test(text);
}

/** A printer as sentences name it. */
export function printerName({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
