/** A maker of TPMs; `host`: where a TPM of firmware fetches its certificate at first use, null for a chip that has it. */
interface TpmMaker {
  readonly name: string;
  readonly host: string | null;
}

const chip = (name: string): TpmMaker => ({ name, host: null });

/**
 * Makers by the id that their TPMs tell. Sources: TCG TPM Vendor ID Registry (ids); Microsoft, “Windows Autopilot requirements”,
 * networking (only Intel, AMD and Qualcomm make TPMs of firmware, and the hosts of their certificates).
 */
const MAKERS: ReadonlyMap<string, TpmMaker> = new Map([
  ['INTC', { name: 'Intel', host: 'ekop.intel.com' }],
  ['AMD', { name: 'AMD', host: 'ftpm.amd.com' }],
  ['QCOM', { name: 'Qualcomm', host: 'ekcert.spserv.microsoft.com' }],
  ['IFX', chip('Infineon')],
  ['NTC', chip('Nuvoton')],
  ['STM', chip('STMicroelectronics')],
  ['ATML', chip('Atmel')],
  ['BRCM', chip('Broadcom')],
  ['NTZ', chip('Nationz')],
  ['NSM', chip('National Semiconductor')],
  ['SMSC', chip('SMSC')],
  ['SNS', chip('Sinosun')],
  ['TXN', chip('Texas Instruments')],
  ['WEC', chip('Winbond')],
]);

/** Who made a TPM, and its firmware; null is what the text does not tell. */
export interface TpmFacts {
  /** As it stands, such as `IFX`. */
  readonly vendor: string | null;
  readonly maker: TpmMaker | null;
  readonly firmware: { readonly major: number; readonly minor: number } | null;
}

/**
 * Reads what a hash says of its TPM, `… -VendorID:'NTC '-Firmware:458754.196609`. The first number of the firmware holds two
 * of 16 bits: 458754 is 7.2 (TPM_PT_FIRMWARE_VERSION_1 of the TPM library specification).
 */
export function tpmFactsOf(text: string): TpmFacts {
  const vendor = /VendorID:\s*'([^']*)'/.exec(text)?.[1]?.trim() ?? null;
  const number = /Firmware:\s*(\d+)/.exec(text)?.[1];
  const version = number === undefined ? null : Number(number);
  return {
    vendor: vendor === '' ? null : vendor,
    maker: MAKERS.get(vendor?.toUpperCase() ?? '') ?? null,
    firmware:
      version === null || version > 0xffff_ffff
        ? null
        : { major: Math.floor(version / 0x1_0000), minor: version % 0x1_0000 },
  };
}
