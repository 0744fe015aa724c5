import { escaped } from '../../paper/markup.ts';
import { glyphOutlineOf, type Point } from '../../paper/outline.ts';
import { printable } from '../../paper/printable.ts';
import { isPlain } from '../../paper/textRuns.ts';
import type { Drawing } from './labelLayout.ts';
import type { LabelText } from './labelTexts.ts';

/** A label as SVG in millimetres. Text keeps its width where Roboto is missing. */
export function labelSvg({ title, width, height, bars, texts }: Drawing): string {
  const path = bars
    .map((bar) => `M${n(bar.x)} ${n(bar.y)}h${n(bar.width)}v${n(bar.height)}h-${n(bar.width)}z`)
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}mm" height="${n(height)}mm" viewBox="0 0 ${n(width)} ${n(height)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${n(width)}" height="${n(height)}" fill="#fff"/>`,
    `<path d="${path}" fill="#000" shape-rendering="crispEdges"/>`,
    ...texts.map(textElement),
    '</svg>',
  ].join('\n');
}

function textElement({ text, weight, size, x, y, width }: LabelText): string {
  const fontWeight = weight === 'bold' ? 700 : 400;
  const shown = printable(text);
  if (!isPlain(shown)) return outlineElement({ text: shown, weight, size, x, y });
  return `<text x="${n(x)}" y="${n(y)}" font-family="Roboto, 'Segoe UI', Arial, sans-serif" font-weight="${fontWeight}" font-size="${n(size)}" textLength="${n(width)}" lengthAdjust="spacingAndGlyphs" fill="#000">${escaped(shown)}</text>`;
}

/** A text that needs more than Roboto is drawn as its outline: nobody knows which fonts there are where the label is printed. */
function outlineElement({ text, weight, size, x, y }: Omit<LabelText, 'width'>): string {
  const path = glyphOutlineOf(text, weight, size, x, y)
    .map(({ start, curves }) => `M${point(start)}${curves.map(curveOf).join('')}z`)
    .join('');
  return `<path role="img" aria-label="${escaped(text)}" d="${path}" fill="#000"/>`;
}

function curveOf(points: readonly Point[]): string {
  const letter = ['L', 'Q', 'C'][points.length - 1] ?? 'L';
  return `${letter}${points.map(point).join(' ')}`;
}

function point([x, y]: Point): string {
  return `${n(x)} ${n(y)}`;
}

/** At most four decimals, without trailing zeros. */
function n(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
