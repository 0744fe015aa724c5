import { z } from 'zod';
import { labelField } from './labelField.ts';
import { labelHeightMm, labelWidthMm } from './labelSize.ts';
import { labelSheetName, startOnSheet } from './labelSheet.ts';

/** Which codes stand on a label: both hold the same. */
export const labelCode = z.enum(['both', 'qr', 'code128']);
export type LabelCode = z.infer<typeof labelCode>;

/** Dots per inch of a label printer. */
export const labelDpi = z.literal([203, 300]);
export type LabelDpi = z.infer<typeof labelDpi>;

/** The kinds of files that hold labels; SVG is what the page shows. */
export const labelFormat = z.enum(['pdf', 'png', 'svg', 'zpl']);
export type LabelFormat = z.infer<typeof labelFormat>;

/** What becomes of labels on the page: a file of a kind, or the label printer of the settings. */
export const labelAs = z.enum(['pdf', 'png', 'zpl', 'printer']);
export type LabelAs = z.infer<typeof labelAs>;

/** How labels look. What is left out is as the settings say, and on no sheet. */
export const labelLook = z.object({
  widthMm: labelWidthMm.optional(),
  heightMm: labelHeightMm.optional(),
  fields: z.array(labelField).max(labelField.options.length).optional(),
  code: labelCode.optional(),
  dpi: labelDpi.optional(),
  /** On which sheet of labels; it has its own size of label. */
  sheet: labelSheetName.optional(),
  /** The first free label of the sheet, counted along the rows from 1. */
  start: startOnSheet.optional(),
});
export type LabelLook = z.infer<typeof labelLook>;

/** What a label is stuck on: each device, or the box that its batch came in. */
export const labelSubject = z.enum(['device', 'box']);
export type LabelSubject = z.infer<typeof labelSubject>;
