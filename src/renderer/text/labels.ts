import { labelFieldWords, type LabelField } from '../../shared/labels/labelField.ts';
import type { LabelAs, LabelCode, LabelSubject } from '../../shared/labels/labelLook.ts';
import type { LabelSheet } from '../../shared/labels/labelSheet.ts';
import type { LabelSize } from '../../shared/labels/labelSize.ts';
import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

const labelsText = (count: number): string => formatter.count(count, 'label', 'labels');
/** “50.8 × 25.4 mm” */
const millimetres = (width: number, height: number): string =>
  `${formatter.number(tenths(width))} × ${formatter.number(tenths(height))} mm`;
const tenths = (value: number): number => Math.round(value * 10) / 10;

interface Places {
  readonly all: number;
  readonly start: number;
  readonly labels: number;
}

/** Which labels of a sheet are printed, and on how many sheets. */
function places({ all, start, labels }: Places): string {
  const last = start - 1 + labels;
  const sheets = Math.ceil(last / all);
  if (sheets > 1) return `${labelsText(labels)} on ${formatter.number(sheets)} sheets of ${all}.`;
  return labels === 1 ? `Label ${start} of the sheet’s ${all}.` : `Labels ${start} to ${last} of the sheet’s ${all}.`;
}

export const labelText = {
  ofDevice: 'Make a label',
  ofSelection: 'Make labels',
  ofShelves: 'Make labels of shelves',
  alsoCalled: 'label print barcode QR code sticker PDF PNG ZPL save',
  noShelves: 'The lab has named no shelf yet. Name shelves in Settings, under Workplace.',
  label: 'Label',
  labels: 'Labels',
  saved: (count: number) => `${labelsText(count)} saved.`,
  sent: (count: number, printer: string) => `${labelsText(count)} sent to the printer at ${printer}.`,
  titleOfOne: (title: string) => `Label of ${title}`,
  titleOfMany: (devices: number) => `Labels of ${devicesText(devices)}`,
  titleOfShelves: 'Labels of shelves',
  previewOfDevice: (title: string) => `Label with the serial number ${title}, its QR code and barcode`,
  previewOfFirst: 'Label with the serial number of the first device, its QR code and barcode',
  previewOfBox: 'Label with the name of the first box, its devices, and a code of their serial numbers',
  previewOfShelf: (name: string) => `Label with the name of shelf ${name} and its codes`,
  previewOf: (labels: number, width: number, height: number) =>
    labels === 1 ? millimetres(width, height) : `The first of ${labelsText(labels)}, ${millimetres(width, height)}`,
  subject: 'A label for',
  subjects: { device: 'Each device', box: 'Each box' } satisfies Record<LabelSubject, string>,
  shelves: 'A label for these shelves',
  allShelves: 'All of them',
  fields: 'Below the serial number',
  field: (field: LabelField) => `${labelFieldWords[field].charAt(0).toUpperCase()}${labelFieldWords[field].slice(1)}`,
  code: 'Codes',
  codes: { both: 'QR code and Code 128', qr: 'QR code', code128: 'Code 128' } satisfies Record<LabelCode, string>,
  as: 'As',
  ways: {
    pdf: 'PDF',
    png: 'PNG picture',
    zpl: 'ZPL as text',
    printer: 'Print on the label printer',
  } satisfies Record<LabelAs, string>,
  makes: { pdf: 'Save as PDF', png: 'Save as PNG', zpl: 'Save as ZPL', printer: 'Print' } satisfies Record<
    LabelAs,
    string
  >,
  asHint: (as: LabelAs, printer: string | null, isSeveral: boolean) => {
    switch (as) {
      case 'pdf':
        return 'For an office printer, or a label printer that Windows knows.';
      case 'png':
        return isSeveral ? 'A picture holds one label: choose PDF for several.' : 'A picture of 406 dots per inch.';
      case 'zpl':
        return 'For label printers of Zebra, and others that read ZPL.';
      case 'printer':
        return printer === null
          ? 'No label printer is set. Enter its address in Settings › Labels.'
          : `Sent as ZPL to ${printer}, and nowhere else.`;
    }
  },
  dpi: 'The printer has',
  dots: (dpi: number) => `${dpi} dots per inch`,
  kind: 'Labels in the printer',
  size: ({ name, widthMm, heightMm }: LabelSize) => `${name}, ${millimetres(widthMm, heightMm)}`,
  sheets: (paper: LabelSheet['paper']) => `Sheets of ${paper}`,
  sheet: (name: string, { columns, rows, widthMm, heightMm }: LabelSheet) =>
    `${name}, ${columns * rows} labels of ${millimetres(widthMm, heightMm)}`,
  ownSize: 'Own size…',
  width: 'Width in mm',
  height: 'Height in mm',
  start: 'First free label',
  places,
  badge: 'Save a badge to scan',
  badgeSaved: (initials: string) => `Badge of ${initials} saved. Scanned, it says who works at this bench.`,
} as const;
