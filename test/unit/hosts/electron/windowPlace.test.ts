import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeToOpen, SMALLEST, type WindowPlace } from '../../../../src/main/hosts/electron/windowPlace.ts';

const bench = { x: 0, y: 0, width: 1920, height: 1040 };
const wall = { x: 1920, y: -200, width: 2560, height: 1400 };
const kept: WindowPlace = { x: 2000, y: 0, width: 1600, height: 900, isMaximized: false };

describe('the place of the window', () => {
  it('is the usual one, in the middle, before any was kept', () => {
    expect(placeToOpen(null, [bench])).toEqual({ width: 1280, height: 800 });
  });

  it('is the last one where its display is there', () => {
    expect(placeToOpen(kept, [bench, wall])).toEqual({ x: 2000, y: 0, width: 1600, height: 900 });
  });

  it('is the middle of another display where its own was taken away', () => {
    expect(placeToOpen(kept, [bench])).toEqual({ width: 1600, height: 900 });
  });

  it('has the size that the display has, and never less than the page needs', () => {
    expect(placeToOpen({ ...kept, x: 0, width: 3000, height: 2000 }, [bench])).toMatchObject({
      width: 1920,
      height: 1040,
    });
    expect(placeToOpen({ ...kept, width: 20, height: 20 }, [bench])).toEqual(SMALLEST);
  });

  it('is the usual one in a session without a display', () => {
    expect(placeToOpen({ ...kept, width: 3000 }, [])).toEqual({ width: 1280, height: 800 });
  });

  it('can always be reached with the pointer', () => {
    const anywhere = fc.integer({ min: -5_000, max: 5_000 });
    const size = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(fc.record({ x: anywhere, y: anywhere, width: size, height: size }), (bounds) => {
        const { x, y, width } = placeToOpen({ ...bounds, isMaximized: false }, [bench, wall]);
        if (x === undefined || y === undefined) return;
        const isHeld = [bench, wall].some(
          (area) =>
            y >= area.y &&
            y < area.y + area.height &&
            x < area.x + area.width &&
            x + Math.max(width, bounds.width) > area.x,
        );
        expect(isHeld).toBe(true);
      }),
    );
  });
});
