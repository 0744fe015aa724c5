import type { Content, CustomTableLayout } from 'pdfmake/interfaces.js';
import type { NetworkReport } from '../../../../shared/api/contract/preflight.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { actorsWords } from '../../../../shared/knowledge/knowledgeWords.ts';
import { hostLevel } from '../../../../shared/preflight/hostResult.ts';
import { isPattern, type NetworkHost } from '../../../../shared/preflight/networkHost.ts';
import { levelWords, sayFound, sayWithout } from '../../../../shared/preflight/sayFinding.ts';
import { gradeWords } from '../../../../shared/preflight/sayHost.ts';
import { GREY, HAIRLINE, INK } from '../../../paper/ink.ts';
import type { PageSize } from '../../../paper/pageSize.ts';
import { createPdf } from '../../../paper/pdf.ts';
import { paragraph } from '../../../paper/pdfText.ts';
import { refuseUnprintable } from '../../../paper/unprintable.ts';

const TITLE = 'What the network must let through';
const MARGIN = 40;
const FONT_SIZE = 8.5;
/** Shares of the width: host, checks, grade, purpose, result. */
const SHARES = [0.36, 0.12, 0.12, 0.26, 0.14];
const GAP = 6;

const lines: CustomTableLayout = {
  hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 1 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => HAIRLINE,
  paddingLeft: () => 0,
  paddingRight: () => GAP,
};

export interface NetworkSheet {
  readonly hosts: readonly NetworkHost[];
  /** What was found here last; null where nothing was checked. */
  readonly report: NetworkReport | null;
  /** What the list is for, in words. */
  readonly choice: string;
  /** Lab and bench, as far as they are set. */
  readonly place: string;
  readonly printedAt: Date;
  readonly page: PageSize;
}

/**
 * The hosts for the owner of a network, with what was found there: black and white, one line for each host, and below them each
 * problem in sentences.
 * @throws AppError `unprintable` where it would need `withCodes`
 */
export async function networkPdf(sheet: NetworkSheet, formatter: Formatter, withCodes: boolean): Promise<Buffer> {
  const { hosts, report, choice, place, printedAt, page } = sheet;
  if (!withCodes) refuseUnprintable([{ field: 'lab or bench', device: 'the sheet', text: place }]);
  const width = page.width - 2 * MARGIN;
  const widths = SHARES.map((share) => width * share - GAP);
  const head = [choice, `Printed ${formatter.instant(printedAt)}`, place].filter((part) => part !== '').join('. ');
  const checked =
    report === null
      ? 'Nothing was checked yet.'
      : `Checked ${formatter.instant(report.checkedAt)} from the bench, without a proxy.`;
  return await createPdf({
    info: { title: TITLE, creator: 'Reseal', creationDate: printedAt },
    pageSize: page.name,
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    defaultStyle: { fontSize: FONT_SIZE, color: INK },
    footer: (number, pages) => ({
      text: `Page ${formatter.number(number)} of ${formatter.number(pages)}`,
      alignment: 'right',
      margin: [MARGIN, 8, MARGIN, 0],
    }),
    content: [
      { text: TITLE, bold: true, fontSize: 20 },
      paragraph(`${head}.`, { fontSize: 10 }, width),
      { text: `${checked} TCP in every row but “ntp”, which is UDP; outgoing only.`, fontSize: 10 },
      {
        margin: [0, 10, 0, 0],
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths,
          body: [
            ['Host', 'Ports', 'How much', 'What for', 'Found'].map((text) => ({ text, bold: true })),
            ...hosts.map((host) => rowOf(host, report, widths)),
          ],
        },
        layout: lines,
      },
      ...problems(report),
    ],
  });
}

function rowOf(host: NetworkHost, report: NetworkReport | null, widths: readonly number[]): Content[] {
  const level = report === null ? null : hostLevel(host, report.findings);
  const found = isPattern(host) ? 'cannot be checked' : level === null ? '' : levelWords[level];
  const texts = [host.host, host.checks.join(', '), gradeWords[host.grade], host.purpose, found];
  return texts.map((text, index) =>
    paragraph(text, { fontSize: FONT_SIZE, bold: index === 4 && level === 'stops' }, widths[index] ?? 0),
  );
}

function problems(report: NetworkReport | null): Content[] {
  const found = (report?.findings ?? []).filter(
    ({ level, finding }) => level !== 'good' && finding.code !== 'network.pattern',
  );
  if (found.length === 0) return [];
  return [
    { text: 'What to look at', bold: true, fontSize: 14, margin: [0, 16, 0, 4] },
    ...found.map(({ finding, level, who, sources }): Content => ({
      unbreakable: true,
      margin: [0, 0, 0, 8],
      stack: [
        { text: `${levelWords[level]}: ${sayFound(finding)}`, bold: true },
        { text: sayWithout(finding) },
        { text: `Who can mend it: ${actorsWords(who)}.`, color: GREY },
        ...sources.map(({ title, address }) => ({ text: `${title}, ${address}`, color: GREY })),
      ],
    })),
  ];
}
