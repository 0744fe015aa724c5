import {
  CODE128_QUIET_MODULES,
  QR_QUIET_MODULES,
  code128,
  qrCode,
  type CodeBar,
  type Code,
} from '../../paper/codes.ts';
import { fitted, widthOf } from '../../paper/textLine.ts';
import type { Weight } from '../../paper/typefaces.ts';
import type { LabelContent } from './labelContent.ts';

export interface LabelText {
  readonly text: string;
  readonly weight: Weight;
  /** Font size, left end and baseline, and the width that the text takes: all in millimetres. */
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A label ready to be drawn, in millimetres, black on white. */
export interface Label {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly bars: readonly CodeBar[];
  readonly texts: readonly LabelText[];
}

/** One dot of a thermal printer with 8 dots per millimetre (203 dpi): codes are built from whole or half ones. */
const DOT = 0.125;
const GAP = 1.5;
const MODULE_MOST = 12 * DOT;
/** Thinner bars are not read reliably from a thermal print. */
const BAR_LEAST = 1.5 * DOT;
const BAR_MOST = 4 * DOT;
/** Below these a label has no room for Code 128, or for text beside the QR code. */
const HEIGHT_FOR_BARS = 22;
const WIDTH_FOR_TEXT = 34;
const LINE_HEIGHT = 1.22;
const SERIAL_SIZE_MOST = 14;
const SMALL_SIZE = { least: 1.8, most: 4 };
/** A line is made this much smaller before its end is cut off. */
const SHRUNK = 0.78;

/**
 * The QR code and Code 128 both hold the bare serial number: every scanner and every program can use it, and a label that
 * is lost gives away no registration id.
 */
export function layOutLabel(content: LabelContent, width: number, height: number): Label {
  const margin = height < 15 ? 1 : 2;
  const bars = height >= HEIGHT_FOR_BARS ? layOutBars(code128(content.code), width, height, margin) : null;
  const box = {
    x: margin,
    y: margin,
    width: width - 2 * margin,
    height: (bars === null ? height - margin : bars.top - GAP) - margin,
  };
  const upper = width >= WIDTH_FOR_TEXT ? layOutBeside(content, box) : layOutBelow(content, box);
  return {
    title: content.name,
    width,
    height,
    bars: [...upper.bars, ...(bars?.bars ?? [])],
    texts: upper.texts,
  };
}

type Drawing = Pick<Label, 'bars' | 'texts'>;

/** The QR code at the left, the text beside it. */
function layOutBeside(content: LabelContent, box: Box): Drawing {
  const qr = qrCode(content.code);
  const module = moduleOf(qr, box.width * 0.42, box.height);
  const quiet = module * QR_QUIET_MODULES;
  const side = module * qr.columns;
  const left = Math.max(box.x, quiet);
  const textLeft = left + side + quiet;
  return {
    bars: scaled(qr.bars, left, box.y + (box.height - side) / 2, module, module),
    texts: layOutTexts(content, { ...box, x: textLeft, width: box.x + box.width - textLeft }),
  };
}

/** On a small label: the QR code, and below it the serial number alone. */
function layOutBelow({ name, code }: LabelContent, box: Box): Drawing {
  const size = Math.min(SMALL_SIZE.most, box.height * 0.2, box.width / widthOf(name, 'bold'));
  const text = line(name, 'bold', size);
  const qr = qrCode(code);
  const room = box.height - size * LINE_HEIGHT;
  const module = moduleOf(qr, box.width, room);
  const side = module * qr.columns;
  return {
    bars: scaled(qr.bars, box.x + (box.width - side) / 2, box.y + (room - side) / 2, module, module),
    texts: [{ ...text, x: box.x + (box.width - text.width) / 2, y: box.y + box.height - size * 0.2 }],
  };
}

/** Whole dots, so that a thermal printer draws every module alike; the quiet zone may lie in the margin. */
function moduleOf({ columns }: Code, width: number, height: number): number {
  const room = Math.min(width / (columns + QR_QUIET_MODULES), height / columns);
  return Math.max(DOT, Math.min(MODULE_MOST, wholeDots(room)));
}

/** Code 128 along the lower edge, as wide as half dots allow; null where it would be too fine to be read. */
function layOutBars(
  code: Code | null,
  width: number,
  height: number,
  margin: number,
): { readonly top: number; readonly bars: readonly CodeBar[] } | null {
  if (code === null) return null;
  const module = Math.min(BAR_MOST, halfDots(width / (code.columns + 2 * CODE128_QUIET_MODULES)));
  if (module < BAR_LEAST) return null;
  const barHeight = Math.min(12, Math.max(5, height * 0.2));
  const top = height - margin - barHeight;
  return { top, bars: scaled(code.bars, (width - code.columns * module) / 2, top, module, barHeight) };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The serial number as large as it fits, then what tells devices of one batch apart; what has no room is left out. */
function layOutTexts({ name, lines: all }: LabelContent, box: Box): LabelText[] {
  const serialSize = Math.min(SERIAL_SIZE_MOST, box.height * 0.4, box.width / widthOf(name, 'bold'));
  const below = box.height - serialSize * LINE_HEIGHT;
  const others = all.slice(0, Math.floor(below / (SMALL_SIZE.least * LINE_HEIGHT)));
  const small = Math.min(SMALL_SIZE.most, below / (others.length * LINE_HEIGHT));

  const lines = [line(name, 'bold', serialSize), ...others.map(({ shown }) => smallLine(shown, small, box.width))];
  const total = lines.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);
  let top = box.y + (box.height - total) / 2;
  return lines.map((laidOut) => {
    const baseline = top + laidOut.size * 0.95;
    top += laidOut.size * LINE_HEIGHT;
    return { ...laidOut, x: box.x, y: baseline };
  });
}

type Line = Pick<LabelText, 'text' | 'weight' | 'size' | 'width'>;

function smallLine(text: string, size: number, width: number): Line {
  const needed = widthOf(text, 'normal');
  const shrunk = Math.max(size * SHRUNK, Math.min(size, width / needed));
  return line(fitted(text, 'normal', shrunk, width), 'normal', shrunk);
}

function line(text: string, weight: Weight, size: number): Line {
  return { text, weight, size, width: widthOf(text, weight) * size };
}

function scaled(
  bars: readonly CodeBar[],
  left: number,
  top: number,
  moduleWidth: number,
  moduleHeight: number,
): CodeBar[] {
  const x = wholeDots(left);
  const y = wholeDots(top);
  return bars.map((bar) => ({
    x: x + bar.x * moduleWidth,
    y: y + bar.y * moduleHeight,
    width: bar.width * moduleWidth,
    height: bar.height * moduleHeight,
  }));
}

function wholeDots(millimetres: number): number {
  return Math.floor(millimetres / DOT) * DOT;
}

function halfDots(millimetres: number): number {
  return Math.floor((millimetres / DOT) * 2) * (DOT / 2);
}
