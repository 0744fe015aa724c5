import type { Content } from 'pdfmake/interfaces.js';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { qrCode, QR_QUIET_MODULES } from '../../../paper/codes.ts';
import { createPdf } from '../../../paper/pdf.ts';
import { paragraph } from '../../../paper/pdfText.ts';

interface RecoverySheet {
  readonly keyId: string;
  readonly recoveryKey: string;
  readonly labName: string;
  readonly printedAt: Date;
}

const MARGIN = 56;
const TEXT_WIDTH = 595.28 - 2 * MARGIN;
const CODE_SIDE = 150;
const LETTERS_SIZE = 20;

/** The recovery key as paper: A4, black and white, to be put into an envelope. */
export function recoverySheetPdf(
  { keyId, recoveryKey, labName, printedAt }: RecoverySheet,
  formatter: Formatter,
): Promise<Buffer> {
  const printed = `${labName === '' ? '' : `${labName} · `}printed ${formatter.instant(printedAt.toISOString())}`;
  return createPdf({
    info: { title: `Reseal recovery key ${keyId}`, creator: 'Reseal', creationDate: printedAt },
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    defaultStyle: { fontSize: 11, lineHeight: 1.25 },
    content: [
      { text: 'Recovery key of a Reseal queue', bold: true, fontSize: 22 },
      paragraph(`Key ${keyId}`, { fontSize: 14, bold: true }, TEXT_WIDTH),
      paragraph(printed, { fontSize: 10 }, TEXT_WIDTH),
      { text: recoveryKey, bold: true, fontSize: LETTERS_SIZE, margin: [0, 24, 0, 18] },
      codeOf(recoveryKey),
      { ol: [...STEPS], margin: [0, 24, 0, 0] },
    ],
  });
}

const STEPS = [
  'Whoever has this paper and a copy of the queue or of one of its backups can read all of it. Put it where you keep other keys, away from the computer.',
  'It opens the queue on another computer or for another account: copy the data folder there, or a backup as reseal.db, start Reseal, and enter the key on the page that it opens, or with “reseal key enter”.',
  'It has no I, L, O or U: what looks like one is a 1 or a 0. The last two letters are a check.',
  'If this paper is lost, give the queue another key (“reseal key rotate”) and print that one.',
];

function codeOf(text: string): Content {
  const { bars, columns } = qrCode(text);
  const module = CODE_SIDE / (columns + 2 * QR_QUIET_MODULES);
  const rects = bars.map(({ x, y, width, height }) => ({
    type: 'rect' as const,
    x: (x + QR_QUIET_MODULES) * module,
    y: (y + QR_QUIET_MODULES) * module,
    w: width * module,
    h: height * module,
    color: '#000000',
    lineWidth: 0,
  }));
  return { canvas: rects };
}
