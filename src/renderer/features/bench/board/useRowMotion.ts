import { useLayoutEffect, useRef, type RefObject } from 'react';
import { motionTokens } from '@fluentui/react-components';

const reducesMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/**
 * Shows what happened to the rows of a list: a new one grows in, and those that changed places go there.
 * @param ids of the rows as they stand, one child of the list each
 */
export function useRowMotion(list: RefObject<HTMLElement | null>, ids: readonly string[]): void {
  const places = useRef<ReadonlyMap<string, number> | null>(null);
  const order = ids.join(' ');
  const before = useRef(order);

  useLayoutEffect(() => {
    const rows = [...(list.current?.children ?? [])].filter((child) => child instanceof HTMLElement);
    const was = places.current;
    places.current = new Map(rows.map((row, index) => [ids[index] ?? '', row.offsetTop]));
    // A window of another size moves rows as well, and that is no news.
    if (was === null || before.current === order || reducesMotion.matches) return;
    rows.forEach((row, index) => {
      const top = was.get(ids[index] ?? '');
      if (top === undefined) growIn(row);
      else if (top !== row.offsetTop) comeFrom(row, top - row.offsetTop);
    });
  });
  useLayoutEffect(() => {
    before.current = order;
  }, [order]);
}

function growIn(row: HTMLElement): void {
  row.animate([{ opacity: 0, transform: 'scaleY(0)', transformOrigin: 'top' }, { transformOrigin: 'top' }], {
    duration: motionTokens.durationNormal,
    easing: motionTokens.curveDecelerateMid,
  });
}

function comeFrom(row: HTMLElement, offsetPx: number): void {
  row.animate([{ transform: `translateY(${offsetPx}px)` }, {}], {
    duration: motionTokens.durationGentle,
    easing: motionTokens.curveEasyEase,
  });
}
