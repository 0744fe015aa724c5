/** What the collector says of its own run. */
export interface Footprint {
  /** The areas that it was asked for, such as `Autopilot`, `TPM`. */
  readonly areas: readonly string[];
  /** What it wanted and could not get, with the code. */
  readonly notGot: readonly { readonly what: string; readonly code: string }[];
}

const MOST_CHARACTERS = 1_048_576;
const LONGEST_LINE = 2_000;
const NAMED_AREAS = /"?AreaName"?\s*:\s*"?([\w; ]+)/i;
const OF_COMMAND = /-area\s+"?([\w; ]+?)"?(?:\s+-|"|$)/i;
const RESULT = /^(.{1,200}?)\s*:\s*0x([0-9a-f]{8})\s*$/i;

/** Reads `MdmLogCollectorFootPrint.txt`, or the command line in `MdmDiagLogMetadata.json`. Never throws. */
export function readFootprint(text: string): Footprint {
  const lines = text
    .slice(0, MOST_CHARACTERS)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.length <= LONGEST_LINE);
  const areas = lines
    .map((line) => (NAMED_AREAS.exec(line) ?? OF_COMMAND.exec(line))?.[1])
    .find((named) => named !== undefined);
  return {
    areas: (areas ?? '')
      .split(';')
      .map((area) => area.trim())
      .filter((area) => area !== ''),
    notGot: lines.flatMap((line) => {
      const [, what, code] = RESULT.exec(line) ?? [];
      return what === undefined || code === undefined || /^0+$/.test(code)
        ? []
        : [{ what, code: `0x${code.toLowerCase()}` }];
    }),
  };
}
