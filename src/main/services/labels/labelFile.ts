import { refuseUnprintable } from '../../paper/unprintable.ts';
import { textsOnLabel, type LabelContent } from './labelContent.ts';
import { layOutLabel } from './labelLayout.ts';
import { labelsPdf } from './labelPdf.ts';
import { labelPng } from './labelPng.ts';
import { labelSvg } from './labelSvg.ts';

export interface LabelOptions {
  readonly format: 'pdf' | 'svg' | 'png';
  readonly widthMm: number;
  readonly heightMm: number;
  readonly createdAt: Date;
  readonly withCodes: boolean;
}

/**
 * Labels as the content of a file; only a PDF holds the others too.
 * @throws AppError `unprintable` where they would need `withCodes`
 */
export function labelFile(
  first: LabelContent,
  others: readonly LabelContent[],
  { format, widthMm, heightMm, createdAt, withCodes }: LabelOptions,
): Promise<Buffer> | Buffer | string {
  if (!withCodes) refuseUnprintable([first, ...others].flatMap(textsOnLabel));
  const layOut = (content: LabelContent) => layOutLabel(content, widthMm, heightMm);
  switch (format) {
    case 'pdf':
      return labelsPdf([first, ...others], layOut, createdAt);
    case 'svg':
      return labelSvg(layOut(first));
    case 'png':
      return labelPng(layOut(first));
  }
}
