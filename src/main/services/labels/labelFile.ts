import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/outcome/appError.ts';
import { labelsOn, labelSheetOf } from '../../../shared/labels/labelSheet.ts';
import type { LabelFormat } from '../../../shared/labels/labelLook.ts';
import { labelNotes, tooWideWords } from '../../../shared/labels/labelWords.ts';
import { refuseUnprintable } from '../../paper/unprintable.ts';
import type { ChosenLook } from './chosenLook.ts';
import { textsOnLabel, type LabelContent } from './labelContent.ts';
import { paperGrid, printerGrid } from './labelGrid.ts';
import { layOutLabel, type Drawing, type Label } from './labelLayout.ts';
import { labelsPdf } from './labelPdf.ts';
import { labelPng } from './labelPng.ts';
import { labelSvg } from './labelSvg.ts';
import { labelZpl } from './labelZpl.ts';
import { sheetPages } from './sheetPages.ts';

export interface LabelOptions extends ChosenLook {
  readonly format: LabelFormat;
  /** Whether a picture shows the label as a label printer would print it. */
  readonly forPrinter?: boolean;
  /** Whether a label of a sheet stands by itself. */
  readonly isSingle?: boolean;
  readonly createdAt: Date;
  readonly withCodes: boolean;
}

export interface LabelFile {
  readonly content: Buffer | string;
  /** What had no room, as sentences. */
  readonly notes: readonly string[];
}

/** So many take some 30 ms; then everything else has its turn. */
const LABELS_A_TURN = 10;

/**
 * Labels as the content of a file.
 * @throws AppError `unprintable` where they would need `withCodes`, `unsupported` where the format holds fewer or a code has no room
 */
export async function labelFile(contents: readonly LabelContent[], options: LabelOptions): Promise<LabelFile> {
  const {
    format,
    forPrinter = false,
    isSingle = false,
    createdAt,
    withCodes,
    code,
    dpi,
    sheet: sheetName,
    start,
  } = options;
  if (!withCodes) refuseUnprintable(contents.flatMap(textsOnLabel));
  const sheet = labelSheetOf(sheetName);
  if (sheet !== null && (format === 'zpl' || forPrinter)) throw sheetForPrinter();
  if (sheet !== null && start > labelsOn(sheet)) throw startBeyond(labelsOn(sheet));
  const isForPrinter = format === 'zpl' || forPrinter;
  const grid = isForPrinter ? printerGrid(dpi) : paperGrid;
  const size = sheet === null ? options : { widthMm: sheet.widthMm, heightMm: sheet.heightMm };
  const labels: Label[] = [];
  for (const content of contents) {
    labels.push(layOutLabel(content, { widthMm: size.widthMm, heightMm: size.heightMm, code, grid }));
    if (labels.length % LABELS_A_TURN === 0) await setImmediate();
  }
  if (code === 'code128') refuseTooWide(labels);
  const title = contents.length === 1 ? (contents[0]?.name ?? '') : `${contents.length} labels`;
  const pages = sheet === null || isSingle ? labels : [...sheetPages(labels, sheet, start, title)];
  return { content: await contentOf(), notes: labelNotes(labels) };

  async function contentOf(): Promise<Buffer | string> {
    if (format === 'pdf') return labelsPdf(pages, title, createdAt);
    if (format === 'zpl') return labels.map((label) => labelZpl(label, grid.dot)).join('');
    const page = onlyPage(pages, format);
    return format === 'svg' ? labelSvg(page) : labelPng(page);
  }
}

function onlyPage(pages: readonly Drawing[], format: LabelFormat): Drawing {
  const [page, ...others] = pages;
  if (page !== undefined && others.length === 0) return page;
  throw new AppError('unsupported', `A file of this kind (${format.toUpperCase()}) holds one label.`, {
    remedy: 'Choose PDF for several labels: it holds one on each page.',
  });
}

function refuseTooWide(labels: readonly Label[]): void {
  const without = labels.filter(({ codes }) => codes.length === 0).map(({ title }) => title);
  if (without.length === 0) return;
  throw new AppError('unsupported', tooWideWords(without), {
    remedy: 'Choose a QR code, or a wider label.',
  });
}

const sheetForPrinter = (): AppError =>
  new AppError('unsupported', 'A label printer has no sheets of labels.', {
    remedy: 'Choose PDF for a sheet, or a single label for the printer.',
  });

const startBeyond = (labels: number): AppError =>
  new AppError('invalid-input', `The sheet has ${labels} labels.`, {
    remedy: `Choose a first label from 1 to ${labels}.`,
  });
