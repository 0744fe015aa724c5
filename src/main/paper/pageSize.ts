import type { PaperSize } from '../../shared/api/document.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/** The regions whose printers hold Letter; all others hold A4. By the paper sizes of Unicode's locale data. */
const letterRegions = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

export interface PageSize {
  readonly name: 'A4' | 'LETTER';
  /** In points, upright. */
  readonly width: number;
}

const sizes: Readonly<Record<PaperSize, PageSize>> = {
  a4: { name: 'A4', width: 595.28 },
  letter: { name: 'LETTER', width: 612 },
};

/** The page to print on: the one asked for, else the lab's, else that of the region. @param locale BCP 47 */
export function pageSizeOf(asked: PaperSize | undefined, ofLab: Settings['paper'], locale: string): PageSize {
  const size = asked ?? (ofLab === 'region' ? sizeOfRegion(locale) : ofLab);
  return sizes[size];
}

const sizeOfRegion = (locale: string): PaperSize =>
  letterRegions.has(new Intl.Locale(locale).maximize().region ?? '') ? 'letter' : 'a4';
