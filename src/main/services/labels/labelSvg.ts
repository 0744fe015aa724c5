import { escaped } from '../../paper/markup.ts';
import type { Label, LabelText } from './labelLayout.ts';

/** A label as SVG in millimetres. The text keeps its width where Roboto is missing. */
export function labelSvg({ title, width, height, bars, texts }: Label): string {
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
  return `<text x="${n(x)}" y="${n(y)}" font-family="Roboto, 'Segoe UI', Arial, sans-serif" font-weight="${fontWeight}" font-size="${n(size)}" textLength="${n(width)}" lengthAdjust="spacingAndGlyphs" fill="#000">${escaped(text)}</text>`;
}

/** At most four decimals, without trailing zeros. */
function n(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
