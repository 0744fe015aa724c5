import { Option, type Command } from 'commander';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { Printed } from '../../../../shared/api/labelDocument.ts';
import { labelField, type LabelField } from '../../../../shared/labels/labelField.ts';
import { labelCode, labelFormat, type LabelLook } from '../../../../shared/labels/labelLook.ts';
import { labelSheetName, type LabelSheetName } from '../../../../shared/labels/labelSheet.ts';
import { labelBounds, labelSizes, namedSize } from '../../../../shared/labels/labelSize.ts';
import { writeOut } from '../output/writeDocument.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

/** How labels are made, as options say it. */
export interface LabelOptions {
  readonly format: 'pdf' | 'png' | 'svg' | 'zpl';
  readonly size?: string;
  readonly fields?: string;
  readonly code?: 'both' | 'qr' | 'code128';
  readonly dpi?: '203' | '300';
  readonly sheet?: LabelSheetName;
  readonly start?: string;
  readonly out?: string;
  readonly print: boolean;
  readonly withCodes: boolean;
}

/** The options of every command that makes labels. */
export function labelOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'the kind of file').choices(labelFormat.options).default('pdf'))
    .option('--size <size>', 'a name such as DK-11209, 99012 or 4x6in, or millimetres such as 62x29')
    .option('--fields <names>', 'what stands below the serial number, with commas between')
    .addOption(new Option('--code <code>', 'which codes').choices(labelCode.options))
    .addOption(new Option('--dpi <dots>', 'of the printer, for ZPL').choices(['203', '300']))
    .addOption(new Option('--sheet <name>', 'a sheet of labels for an office printer').choices(labelSheetName.options))
    .option('--start <number>', 'the first free label of the sheet, counted along the rows')
    .option('--print', 'send to the label printer of the settings', false)
    .option('--out <place>', 'the file or folder to write; standard output where it is left out')
    .option('--with-codes', 'print codes such as [U+1F600] for what no typeface has', false);
}

/** What the options say of the look. @throws CommandError a usage error that names what can be chosen */
export function lookOf({ size, fields, code, dpi, sheet, start }: LabelOptions): LabelLook {
  return {
    ...(size === undefined ? {} : sizeOf(size)),
    ...(fields === undefined ? {} : { fields: fieldsOf(fields) }),
    ...(code === undefined ? {} : { code }),
    ...(dpi === undefined ? {} : { dpi: dpi === '203' ? 203 : 300 }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(start === undefined ? {} : { start: Number(start) }),
  };
}

function sizeOf(text: string): { readonly widthMm: number; readonly heightMm: number } {
  const size = namedSize(text);
  const known = labelSizes.map(({ name }) => name).join(', ');
  if (size === null)
    throw usageError(`There is no label “${text}”. Choose one of ${known}, or millimetres such as 62x29.`);
  const { widthMm, heightMm } = labelBounds;
  if (
    size.widthMm < widthMm.least ||
    size.widthMm > widthMm.most ||
    size.heightMm < heightMm.least ||
    size.heightMm > heightMm.most
  ) {
    throw usageError(
      `A label is ${widthMm.least} to ${widthMm.most} mm wide and ${heightMm.least} to ${heightMm.most} mm high; this is ${size.widthMm} x ${size.heightMm}. Choose another --size.`,
    );
  }
  return size;
}

function fieldsOf(text: string): LabelField[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  // The serial number is on every label; whoever names it gets what they want.
  return names
    .filter((name) => name !== '' && name !== 'serialnumber')
    .map((name) => {
      const known = labelField.options.find((field) => field.toLowerCase() === name);
      if (known === undefined)
        throw usageError(`There is no field “${name}”. Choose from ${labelField.options.join(', ')}.`);
      return known;
    });
}

/** Writes labels to their place, and tells what had no room on them. */
export async function writeLabels(
  run: Run,
  { out }: LabelOptions,
  { notes, ...document }: OutputOf<'labels.document'>,
): Promise<ExitStatus> {
  if (out === undefined) {
    if (run.options.json) throw usageError('Add --out FILE, or leave out --json.');
    await run.world.terminal.print(Buffer.from(document.base64, 'base64'));
    for (const note of notes) run.say(note);
    return exitStatus.done;
  }
  const file = writeOut(out, document, 'shared');
  await run.print({ file, mediaType: document.mediaType, notes }, () => [file, ...notes].join('\n'));
  return exitStatus.done;
}

/** Tells which printer took how many labels. */
export async function tellPrinted(run: Run, { printer, labels, notes }: Printed): Promise<ExitStatus> {
  const counted = run.formatter.count(labels, 'label', 'labels');
  await run.print({ printer, labels, notes }, () =>
    [`Sent ${counted} to the printer at ${printer}.`, ...notes].join('\n'),
  );
  return exitStatus.done;
}
