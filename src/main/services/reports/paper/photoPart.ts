import type { Content } from 'pdfmake/interfaces.js';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { paragraph } from '../../../paper/pdfText.ts';
import type { ReportPhoto } from '../reportPhotos.ts';

const ACROSS = 4;
const GAP = 12;
const FONT_SIZE = 8;

/** The photos below the table of a report, each with its device and its time; nothing where there are none. */
export function photoPart(photos: readonly ReportPhoto[], width: number, formatter: Formatter): Content[] {
  if (photos.length === 0) return [];
  const each = (width - (ACROSS - 1) * GAP) / ACROSS;
  const shown = photos.flatMap(({ device, addedAt, jpeg }) =>
    jpeg === null
      ? []
      : [
          {
            width: each,
            stack: [
              { image: `data:image/jpeg;base64,${jpeg}`, fit: [each, each] as [number, number] },
              paragraph(`${device}, ${formatter.instant(addedAt)}`, { fontSize: FONT_SIZE }, each),
            ],
          },
        ],
  );
  const missing = photos.length - shown.length;
  const rows = Array.from({ length: Math.ceil(shown.length / ACROSS) }, (_, row) =>
    shown.slice(row * ACROSS, (row + 1) * ACROSS),
  );
  return [
    { text: 'Photos', bold: true, fontSize: 14, margin: [0, 16, 0, 6] },
    ...rows.map((columns) => ({
      columns,
      columnGap: GAP,
      unbreakable: true,
      margin: [0, 0, 0, 10] as [number, number, number, number],
    })),
    ...(missing === 0
      ? []
      : [
          {
            text: `${formatter.count(missing, 'photo has', 'photos have')} no small picture, and can be saved from the device’s page.`,
          },
        ]),
  ];
}
