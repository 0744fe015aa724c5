import type { Rectangle } from 'electron';
import { z } from 'zod';

/** Where the window stood when it was last closed, before it was maximised, in pixels of the desktop. */
export const windowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
});
export type WindowPlace = Readonly<z.infer<typeof windowPlace>>;

type Size = Pick<Rectangle, 'width' | 'height'>;

export const SMALLEST: Size = { width: 640, height: 480 };
const USUAL: Size = { width: 1280, height: 800 };
/** So much of the window's upper edge has to be in sight that a hand in a glove can move it. */
const GRIP: Size = { width: 160, height: 40 };

/**
 * Where the window opens: where it was, as far as a display that is there shows enough of it to be moved; otherwise in the middle of the
 * first display, where the system puts a window without a place.
 * @param workAreas the displays that are connected, without their task bars
 */
export function placeToOpen(
  kept: WindowPlace | null,
  workAreas: readonly Rectangle[],
): Size & Partial<Pick<WindowPlace, 'x' | 'y'>> {
  if (kept === null) return USUAL;
  const home = workAreas.find((area) => showsGrip(kept, area));
  if (home === undefined) return fitted(kept, workAreas[0]);
  return { x: kept.x, y: kept.y, ...fitted(kept, home) };
}

function showsGrip({ x, y, width }: WindowPlace, area: Rectangle): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return shown >= GRIP.width && y >= area.y && y + GRIP.height <= area.y + area.height;
}

const fitted = ({ width, height }: Size, area: Size | undefined): Size => ({
  width: Math.max(SMALLEST.width, Math.min(width, area?.width ?? USUAL.width)),
  height: Math.max(SMALLEST.height, Math.min(height, area?.height ?? USUAL.height)),
});
