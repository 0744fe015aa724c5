import { labelsOn, paperMm, placeOnSheet, type LabelSheet } from '../../../shared/labels/labelSheet.ts';
import type { Drawing } from './labelLayout.ts';

/**
 * Labels on sheets, along the rows.
 * @param start the first free label of the first sheet, counted from 1
 */
export function* sheetPages(
  labels: Iterable<Drawing>,
  sheet: LabelSheet,
  start: number,
  title: string,
): Generator<Drawing> {
  const { width, height } = paperMm[sheet.paper];
  let page: Drawing[] = [];
  let place = start - 1;
  const finished = (): Drawing => ({
    title,
    width,
    height,
    bars: page.flatMap(({ bars }) => bars),
    texts: page.flatMap(({ texts }) => texts),
  });
  for (const label of labels) {
    const { x, y } = placeOnSheet(sheet, place);
    page.push({
      ...label,
      bars: label.bars.map((bar) => ({ ...bar, x: bar.x + x, y: bar.y + y })),
      texts: label.texts.map((text) => ({ ...text, x: text.x + x, y: text.y + y })),
    });
    place += 1;
    if (place < labelsOn(sheet)) continue;
    yield finished();
    page = [];
    place = 0;
  }
  if (page.length > 0) yield finished();
}
