import { layOutLabel, type LabelContent } from './labelLayout.ts';
import { labelsPdf } from './labelPdf.ts';
import { labelPng } from './labelPng.ts';
import { labelSvg } from './labelSvg.ts';

export type LabelFormat = 'pdf' | 'svg' | 'png';

/** Labels as the content of a file; only a PDF holds the others too. */
export function labelFile(
  first: LabelContent,
  others: readonly LabelContent[],
  size: { readonly widthMm: number; readonly heightMm: number },
  format: LabelFormat,
  createdAt: Date,
): Promise<Buffer> | string {
  const layOut = (content: LabelContent) => layOutLabel(content, size.widthMm, size.heightMm);
  switch (format) {
    case 'pdf':
      return labelsPdf([first, ...others], layOut, createdAt);
    case 'svg':
      return labelSvg(layOut(first));
    case 'png':
      return labelPng(layOut(first));
  }
}
