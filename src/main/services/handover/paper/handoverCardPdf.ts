import type { Content } from 'pdfmake/interfaces.js';
import { deviceCode, deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { userStepsOf, type UserStep } from '../../../../shared/handover/userSteps.ts';
import { GREY, HAIRLINE, INK } from '../../../paper/ink.ts';
import { qrCode } from '../../../paper/codes.ts';
import type { PageSize } from '../../../paper/pageSize.ts';
import { createPdf, POINTS_PER_MM } from '../../../paper/pdf.ts';
import { line, paragraph } from '../../../paper/pdfText.ts';
import { refuseUnprintable } from '../../../paper/unprintable.ts';

const TITLE = 'Your new Windows device';
const MARGIN = 44;
const QR_SIDE = 24 * POINTS_PER_MM;
const GAP = 16;
const LABEL_WIDTH = 96;
const NUMBER_WIDTH = 26;
/** Many steps are set smaller, so that two pages never come of a card. */
const ROOMY = { fontSize: 11, gap: 8, part: 18 };
const DENSE = { fontSize: 9.5, gap: 3, part: 8 };
const MANY_STEPS = 5;
type Setting = typeof ROOMY;

export interface CardSheet {
  readonly devices: readonly { readonly device: DeviceView; readonly customer: string }[];
  readonly namesUsers: boolean;
  /** Whom users call; empty where the lab has not said. */
  readonly contact: string;
  /** Lab and bench, as far as they are set. */
  readonly place: string;
  readonly printedAt: Date;
  readonly page: PageSize;
}

/**
 * A page for the user of each device, black and white: what it is, until when, what it will ask for, and whom to call.
 * @throws AppError `unprintable` where it would need `withCodes`
 */
export async function handoverCardsPdf(sheet: CardSheet, formatter: Formatter, withCodes: boolean): Promise<Buffer> {
  if (!withCodes) refuseUnprintable(textsOn(sheet, formatter));
  const width = sheet.page.width - 2 * MARGIN;
  return await createPdf({
    info: { title: TITLE, creator: 'Reseal', creationDate: sheet.printedAt },
    pageSize: sheet.page.name,
    pageMargins: [MARGIN, MARGIN, MARGIN, 44],
    defaultStyle: { color: INK, lineHeight: 1.15 },
    footer: () => foot(sheet, formatter, width),
    content: sheet.devices.map(({ device, customer }, index) => {
      const steps = userStepsOf(device.scenario) ?? [];
      const setting = steps.length > MANY_STEPS ? DENSE : ROOMY;
      return {
        ...(index === 0 ? {} : { pageBreak: 'before' as const }),
        fontSize: setting.fontSize,
        stack: [
          head(device, customer, width),
          table(factsOn(device, sheet, formatter), width, setting),
          { text: 'What it will ask you', bold: true, fontSize: 15, margin: [0, setting.part, 0, 2] },
          ...steps.map((step, at) => stepOf(step, at + 1, setting, formatter)),
          help(sheet.contact, width, setting),
        ],
      };
    }),
  });
}

function head(device: DeviceView, customer: string, width: number): Content {
  const code = qrCode(deviceCode(device));
  const module = QR_SIDE / code.columns;
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: TITLE, bold: true, fontSize: 24, lineHeight: 1 },
          paragraph(customer, { fontSize: 13 }, width - QR_SIDE - GAP),
          { text: line(deviceTitle(device)), bold: true, fontSize: 17, margin: [0, 8, 0, 0] },
        ],
      },
      {
        width: QR_SIDE,
        canvas: code.bars.map((bar) => ({
          type: 'rect' as const,
          x: bar.x * module,
          y: bar.y * module,
          w: bar.width * module,
          h: bar.height * module,
          color: INK,
        })),
      },
    ],
    columnGap: GAP,
  };
}

type Fact = readonly [label: string, value: string];

function factsOn(device: DeviceView, { namesUsers }: CardSheet, formatter: Formatter): readonly Fact[] {
  const { notBefore, notAfter } = device.due;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Device', [device.manufacturer, device.model].filter((part) => part !== null).join(', ')],
    ['Device name', device.deviceName],
    ['For', namesUsers ? (device.assignedUserName ?? device.assignedUser) : null],
    ['Not before', device.due.state === 'tooEarly' && notBefore !== null ? formatter.instant(notBefore) : null],
    ['Set it up by', notAfter === null ? null : formatter.wholeDay(notAfter)],
  ];
  return rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]));
}

function table(facts: readonly Fact[], width: number, { fontSize }: Setting): Content {
  if (facts.length === 0) return '';
  return {
    margin: [0, 12, 0, 0],
    table: {
      widths: [LABEL_WIDTH, '*'],
      body: facts.map(([label, value]) => [
        { text: label, color: GREY },
        paragraph(value, { fontSize, bold: true }, width - LABEL_WIDTH - GAP),
      ]),
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => HAIRLINE,
      paddingLeft: () => 0,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
  };
}

const stepOf = ({ title, text }: UserStep, number: number, { gap }: Setting, formatter: Formatter): Content => ({
  unbreakable: true,
  margin: [0, gap, 0, 0],
  columns: [
    { width: NUMBER_WIDTH, text: formatter.number(number), bold: true, fontSize: 17, lineHeight: 1 },
    { width: '*', stack: [{ text: title, bold: true, fontSize: 12 }, text] },
  ],
});

/** A box of its own, so that it is found when something goes wrong. */
function help(contact: string, width: number, { part }: Setting): Content {
  const inside = width - 24;
  return {
    unbreakable: true,
    margin: [0, part, 0, 0],
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              { text: 'If something goes wrong', bold: true, fontSize: 13 },
              {
                text: 'Leave what is on the screen, write down its words and its code, and call before you turn the device off.',
              },
              contact === ''
                ? { text: 'Call: ______________________________', margin: [0, 8, 0, 0] }
                : { stack: [paragraph(contact, { fontSize: 14, bold: true }, inside)], margin: [0, 4, 0, 0] },
            ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 1.2,
      vLineWidth: () => 1.2,
      paddingLeft: () => 11,
      paddingRight: () => 11,
      paddingTop: () => 8,
      paddingBottom: () => 8,
    },
  };
}

function foot({ place, printedAt }: CardSheet, formatter: Formatter, width: number): Content {
  const style = { fontSize: 8, color: GREY };
  return {
    margin: [MARGIN, 14, MARGIN, 0],
    columns: [
      paragraph(place, style, width / 2),
      { text: `Printed ${formatter.instant(printedAt)}`, alignment: 'right', ...style },
    ],
  };
}

function textsOn(sheet: CardSheet, formatter: Formatter) {
  const ofDevices = sheet.devices.flatMap(({ device, customer }) =>
    [...factsOn(device, sheet, formatter), ['Serial number', deviceTitle(device)], ['Tenant', customer]].map(
      ([label = '', text = '']) => ({ field: label.toLowerCase(), device: deviceTitle(device), text }),
    ),
  );
  const ofSheet = { 'whom users call': sheet.contact, 'lab or bench': sheet.place };
  return [
    ...ofDevices,
    ...Object.entries(ofSheet).map(([field, text]) => ({ field, device: 'the hand-over card', text })),
  ];
}
