import { laidOut } from './textLine.ts';
import { runsOf } from './textRuns.ts';
import type { Weight } from './typefaces.ts';

export type Point = readonly [x: number, y: number];

/** A closed line around ink: where it begins, and its curves, each by its control points and its end. */
export interface Contour {
  readonly start: Point;
  readonly curves: readonly (readonly Point[])[];
}

/** The outline of a text with its baseline beginning at x and y, y growing downwards; whatever is drawn with it needs no font. */
export function glyphOutlineOf(text: string, weight: Weight, size: number, x: number, y: number): readonly Contour[] {
  const contours: Contour[] = [];
  let left = x;
  for (const run of runsOf(text)) {
    const { glyphs, unitsPerEm, width } = laidOut(run, weight);
    const scale = size / unitsPerEm;
    let [penX, penY] = [0, 0];
    for (const [index, glyph] of glyphs.glyphs.entries()) {
      const position = glyphs.positions[index];
      if (position === undefined) continue;
      const [fromX, fromY] = [penX + position.xOffset, penY + position.yOffset];
      const origin = left;
      contours.push(
        ...contoursOf(glyph.path.commands, (pointX, pointY) => [
          origin + (fromX + pointX) * scale,
          y - (fromY + pointY) * scale,
        ]),
      );
      penX += position.xAdvance;
      penY += position.yAdvance;
    }
    left += width * size;
  }
  return contours;
}

interface Command {
  readonly command: string;
  readonly args: readonly number[];
}

function contoursOf(commands: readonly Command[], place: (x: number, y: number) => Point): Contour[] {
  const contours: { start: Point; curves: Point[][] }[] = [];
  for (const { command, args } of commands) {
    const points = Array.from({ length: args.length / 2 }, (_, index) =>
      place(args[2 * index] ?? 0, args[2 * index + 1] ?? 0),
    );
    const [start] = points;
    if (start === undefined) continue;
    if (command === 'moveTo') contours.push({ start, curves: [] });
    else contours.at(-1)?.curves.push(points);
  }
  return contours;
}
