import type { Contour, Point } from './outline.ts';

/** A picture in shades of grey, one byte a pixel, row by row: 255 is white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export function whiteRaster(width: number, height: number): Raster {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) };
}

/** Makes a rectangle of whole pixels black. */
export function fillRectangle({ width, pixels }: Raster, left: number, top: number, right: number, bottom: number) {
  for (let y = top; y < bottom; y += 1) pixels.fill(0, y * width + left, y * width + right);
}

/** In how many places each row of pixels is looked at: enough for smooth edges at 400 dots per inch. */
const SCANS_A_PIXEL = 4;
/** How many straight lines stand for one curve of a letter. */
const LINES_A_CURVE = 6;

/** Fills what the contours of one text enclose, in black; where two of them overlap stays filled. */
export function fillContours({ width, height, pixels }: Raster, contours: readonly Contour[]): void {
  const coverage = new Float32Array(width * height);
  for (const [scan, crossings] of crossingsOf(contours)) {
    const row = Math.floor(scan / SCANS_A_PIXEL);
    if (row < 0 || row >= height) continue;
    let winding = 0;
    const sorted = crossings.sort((a, b) => a.x - b.x);
    for (const [index, { x, turn }] of sorted.entries()) {
      winding += turn;
      const next = sorted[index + 1];
      if (winding !== 0 && next !== undefined) {
        cover(coverage.subarray(row * width, (row + 1) * width), Math.max(0, x), Math.min(width, next.x));
      }
    }
  }
  for (const [index, ink] of coverage.entries()) {
    if (ink > 0) pixels[index] = Math.round((pixels[index] ?? 255) * (1 - Math.min(1, ink / SCANS_A_PIXEL)));
  }
}

/** Adds how much of each pixel lies between two places of a row. */
function cover(row: Float32Array, from: number, to: number): void {
  for (let x = Math.floor(from); x < to; x += 1) {
    row[x] = (row[x] ?? 0) + Math.min(to, x + 1) - Math.max(from, x);
  }
}

interface Crossing {
  readonly x: number;
  /** Whether the line goes down or up there. */
  readonly turn: 1 | -1;
}

/** Where the contours cross the scan lines, by the number of the scan line. */
function crossingsOf(contours: readonly Contour[]): ReadonlyMap<number, Crossing[]> {
  const crossings = new Map<number, Crossing[]>();
  for (const contour of contours) {
    const corners = cornersOf(contour);
    for (const [index, from] of corners.entries()) {
      const to = corners[(index + 1) % corners.length];
      if (to !== undefined) addCrossings(crossings, from, to);
    }
  }
  return crossings;
}

function addCrossings(crossings: Map<number, Crossing[]>, from: Point, to: Point): void {
  const [[topX, topY], [bottomX, bottomY]] = from[1] < to[1] ? [from, to] : [to, from];
  const turn = from[1] < to[1] ? 1 : -1;
  // A scan line lies in the middle of its share of the pixel.
  const first = Math.ceil(topY * SCANS_A_PIXEL - 0.5);
  const end = Math.ceil(bottomY * SCANS_A_PIXEL - 0.5);
  for (let scan = first; scan < end; scan += 1) {
    const y = (scan + 0.5) / SCANS_A_PIXEL;
    const crossing: Crossing = { x: topX + ((y - topY) / (bottomY - topY)) * (bottomX - topX), turn };
    const others = crossings.get(scan);
    if (others === undefined) crossings.set(scan, [crossing]);
    else others.push(crossing);
  }
}

function cornersOf({ start, curves }: Contour): readonly Point[] {
  const corners: Point[] = [start];
  for (const curve of curves) {
    const points = [corners.at(-1) ?? start, ...curve];
    const lines = curve.length === 1 ? 1 : LINES_A_CURVE;
    for (let line = 1; line <= lines; line += 1) corners.push(pointOn(points, line / lines));
  }
  return corners;
}

/** De Casteljau: a point on a Bézier curve of any degree. */
function pointOn(points: readonly Point[], at: number): Point {
  const [first = [0, 0], ...rest] = points;
  if (rest.length === 0) return first;
  return pointOn(
    rest.map(([x, y], index) => {
      const [fromX, fromY] = points[index] ?? [x, y];
      return [fromX + (x - fromX) * at, fromY + (y - fromY) * at];
    }),
    at,
  );
}
