import { boxFields, labelField, type LabelField } from '../../../shared/labels/labelField.ts';
import type { LabelAs, LabelCode, LabelDpi, LabelLook, LabelSubject } from '../../../shared/labels/labelLook.ts';
import type { LabelSheetName } from '../../../shared/labels/labelSheet.ts';
import type { Settings } from '../../../shared/settings/settings.ts';

/** How a person wants labels. */
export interface LabelChoice {
  readonly subject: LabelSubject;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly fields: readonly LabelField[];
  readonly code: LabelCode;
  readonly dpi: LabelDpi;
  readonly sheet: LabelSheetName;
  /** The first free label of the sheet, from 1. */
  readonly start: number;
  readonly as: LabelAs;
}

/** What was chosen last; a sheet is taken for a fresh one. */
export function lastChoice(settings: Settings): LabelChoice {
  return {
    subject: 'device',
    widthMm: settings.labelWidthMm,
    heightMm: settings.labelHeightMm,
    fields: settings.labelFields,
    code: settings.labelCode,
    dpi: settings.labelDpi,
    sheet: settings.labelSheet,
    start: 1,
    as: settings.labelAs,
  };
}

/** What is to be known the next time; null where it is what was chosen last. */
export function newlyChosen(choice: LabelChoice, settings: Settings): Partial<Settings> | null {
  const before = lastChoice(settings);
  const { widthMm, heightMm, fields, code, dpi, sheet, as } = choice;
  const isSame = JSON.stringify({ ...choice, subject: before.subject, start: before.start }) === JSON.stringify(before);
  return isSame
    ? null
    : {
        labelWidthMm: widthMm,
        labelHeightMm: heightMm,
        labelFields: [...fields],
        labelCode: code,
        labelDpi: dpi,
        labelSheet: sheet,
        labelAs: as,
      };
}

/** Whether a label printer draws them. */
export const isForPrinter = ({ as }: LabelChoice): boolean => as === 'zpl' || as === 'printer';

/** Only a PDF has sheets. */
export const hasSheets = ({ as }: LabelChoice): boolean => as === 'pdf';

/** The sheet that they go on, if any. */
export const sheetOf = (choice: LabelChoice): LabelSheetName => (hasSheets(choice) ? choice.sheet : 'none');

/** The same as it is asked for. */
export function lookOf(choice: LabelChoice): LabelLook {
  const { widthMm, heightMm, fields, code, dpi, start } = choice;
  return { widthMm, heightMm, fields: [...fields], code, dpi, sheet: sheetOf(choice), start };
}

/** The fields that labels of this kind can have. */
export const fieldsOf = (subject: LabelSubject): readonly LabelField[] =>
  subject === 'box' ? boxFields : labelField.options;
