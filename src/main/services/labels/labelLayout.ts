import { CODE128_QUIET_MODULES, QR_QUIET_MODULES, type Code, type CodeBar } from '../../paper/codes.ts';
import { widthOf } from '../../paper/textLine.ts';
import type { LabelDimensions } from '../../../shared/labels/labelSize.ts';
import type { LabelCode } from '../../../shared/labels/labelLook.ts';
import type { LabelContent } from './labelContent.ts';
import type { LabelGrid } from './labelGrid.ts';
import { LINE_HEIGHT, SMALL_SIZE, layOutTexts, line, type Box, type LabelText } from './labelTexts.ts';

/** What is drawn, in millimetres, black on white. */
export interface Drawing {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly bars: readonly CodeBar[];
  readonly texts: readonly LabelText[];
}

/** A code at its place, for a printer that draws it itself. */
export interface PlacedCode {
  readonly kind: 'qr' | 'code128';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The width of its thinnest bar, and the height of all; in a QR code both are its modules. */
  readonly module: number;
  readonly height: number;
}

/** A label ready to be drawn. */
export interface Label extends Drawing {
  readonly codes: readonly PlacedCode[];
  /** What had no room, as a person calls it; `isShortened` where the QR code holds the short code. */
  readonly leftOut: readonly string[];
  readonly isShortened: boolean;
}

export interface LabelLayout extends LabelDimensions {
  readonly code: LabelCode;
  readonly grid: LabelGrid;
}

const GAP = 1.5;
const MODULE_MOST = 1.5;
const BAR_MOST = 0.5;
/** Finer modules are not read reliably; a serial number is short enough. */
const MODULE_WANTED = 0.25;
/** Below these a label has no room for Code 128 beside a QR code, or for text beside it. */
const HEIGHT_FOR_BARS = 22;
const WIDTH_FOR_TEXT = 34;
const CODE_128 = 'Code 128';

/**
 * The QR code and Code 128 both hold the bare serial number: every scanner and every program can use it, and a label that
 * is lost gives away no registration id.
 */
export function layOutLabel(content: LabelContent, layout: LabelLayout): Label {
  const { widthMm: width, heightMm: height, code, grid } = layout;
  const margin = height < 15 ? 1.25 : 2;
  const hasBars = code === 'code128' || (code === 'both' && height >= HEIGHT_FOR_BARS);
  const bars = hasBars ? layOutBars(content.shortCode ?? content.code, layout, margin) : null;
  const box = {
    x: margin,
    y: margin,
    width: width - 2 * margin,
    height: (bars === null ? height - margin : bars.code.y - GAP) - margin,
  };
  const upper = upperPart(content, box, layout);
  const drawn = [...(upper.qr === null ? [] : [upper.qr]), ...(bars === null ? [] : [bars])];
  return {
    title: content.name,
    width,
    height,
    bars: drawn.flatMap((one) => one.bars),
    texts: upper.texts,
    codes: drawn.map((one) => one.code),
    leftOut: [...upper.leftOut, ...(bars === null && code !== 'qr' ? [CODE_128] : [])],
    isShortened: upper.qr !== null && upper.qr.code.text !== content.code,
  };

  function upperPart(of: LabelContent, room: Box, { code: chosen }: LabelLayout): Upper {
    if (chosen === 'code128') return { qr: null, ...layOutTexts(of, room) };
    return width >= WIDTH_FOR_TEXT ? layOutBeside(of, room, grid) : layOutBelow(of, room, grid);
  }
}

interface DrawnCode {
  readonly code: PlacedCode;
  readonly bars: readonly CodeBar[];
}

interface Upper {
  readonly qr: DrawnCode | null;
  readonly texts: readonly LabelText[];
  readonly leftOut: readonly string[];
}

/** The QR code at the left, the text beside it. */
function layOutBeside(content: LabelContent, box: Box, grid: LabelGrid): Upper {
  const { text, code, module } = chosenCode(content, grid, box.width * 0.42, box.height);
  const quiet = module * QR_QUIET_MODULES;
  const side = module * code.columns;
  const left = Math.max(box.x, quiet);
  const textLeft = left + side + quiet;
  return {
    qr: qrAt(text, code, module, left, box.y + (box.height - side) / 2, grid),
    ...layOutTexts(content, { ...box, x: textLeft, width: box.x + box.width - textLeft }),
  };
}

/** On a small label: the QR code, and below it the serial number alone. */
function layOutBelow(content: LabelContent, box: Box, grid: LabelGrid): Upper {
  const { name, lines } = content;
  const size = Math.min(SMALL_SIZE.most, box.height * 0.2, box.width / widthOf(name, 'bold'));
  const title = line(name, 'bold', size);
  const room = box.height - size * LINE_HEIGHT;
  const { text, code, module } = chosenCode(content, grid, box.width, room);
  const side = module * code.columns;
  return {
    qr: qrAt(text, code, module, box.x + (box.width - side) / 2, box.y + (room - side) / 2, grid),
    texts: [{ ...title, x: box.x + (box.width - title.width) / 2, y: box.y + box.height - size * 0.2 }],
    leftOut: lines.map(({ field }) => field),
  };
}

/** The code, or the short one where its modules would be too fine. */
function chosenCode({ code, shortCode }: LabelContent, grid: LabelGrid, width: number, height: number) {
  const whole = sizedCode(code, grid, width, height);
  if (shortCode === undefined || (whole !== null && whole.module >= MODULE_WANTED)) {
    return whole ?? sizedAnyhow(code, grid, width, height);
  }
  return sizedCode(shortCode, grid, width, height) ?? sizedAnyhow(shortCode, grid, width, height);
}

interface SizedCode {
  readonly text: string;
  readonly code: Code;
  readonly module: number;
}

/** Whole dots, so that a thermal printer draws every module alike; the quiet zone may lie in the margin. Null where it has no room. */
function sizedCode(text: string, grid: LabelGrid, width: number, height: number): SizedCode | null {
  if (new TextEncoder().encode(text).length > QR_BYTES_MOST) return null;
  const code = grid.qr(text);
  const room = Math.min(width / (code.columns + QR_QUIET_MODULES), height / code.columns);
  const module = Math.min(MODULE_MOST, wholeSteps(room, grid.dot));
  return module < grid.dot ? null : { text, code, module };
}

/** What the largest QR code of level M holds. */
const QR_BYTES_MOST = 2_331;

/** A code that has no room at all is drawn as finely as the printer can. */
function sizedAnyhow(text: string, grid: LabelGrid, width: number, height: number): SizedCode {
  const code = grid.qr(text);
  return { text, code, module: Math.max(grid.dot, wholeSteps(Math.min(width, height) / code.columns, grid.dot)) };
}

function qrAt(text: string, code: Code, module: number, left: number, top: number, { dot }: LabelGrid): DrawnCode {
  const [x, y] = [wholeSteps(left, dot), wholeSteps(top, dot)];
  const placed = { kind: 'qr', text, x, y, module, height: module } as const;
  return { code: placed, bars: scaled(code.bars, placed) };
}

/** Code 128 along the lower edge, as wide as the grid allows; null where it would be too fine to be read. */
function layOutBars(text: string, layout: LabelLayout, margin: number): DrawnCode | null {
  const { widthMm: width, heightMm: height, grid } = layout;
  const code = grid.code128(text);
  if (code === null) return null;
  const room = width / (code.columns + 2 * CODE128_QUIET_MODULES);
  const module = Math.min(wholeSteps(BAR_MOST, grid.barStep), wholeSteps(room, grid.barStep));
  if (module < grid.barLeast - TOLERANCE) return null;
  const share = layout.code === 'code128' ? 0.35 : 0.2;
  const barHeight = wholeSteps(Math.min(layout.code === 'code128' ? 25 : 12, Math.max(5, height * share)), grid.dot);
  const placed = {
    kind: 'code128',
    text,
    x: wholeSteps((width - code.columns * module) / 2, grid.dot),
    y: wholeSteps(height - margin - barHeight, grid.dot),
    module,
    height: barHeight,
  } as const;
  return { code: placed, bars: scaled(code.bars, placed) };
}

function scaled(bars: readonly CodeBar[], { x, y, module, height }: PlacedCode): CodeBar[] {
  return bars.map((bar) => ({
    x: x + bar.x * module,
    y: y + bar.y * height,
    width: bar.width * module,
    height: bar.height * height,
  }));
}

/** Less than a rounding error of a number of dots. */
const TOLERANCE = 1e-9;

function wholeSteps(millimetres: number, step: number): number {
  return Math.floor(millimetres / step + TOLERANCE) * step;
}
