import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';
import { startProgram } from '../../e2e/support/startProgram.ts';

/** Milliseconds. */
export interface PageTimes {
  readonly firstScreen: number;
  readonly key: number;
  readonly frame: number;
}

export interface MeasuredPage {
  readonly times: PageTimes;
  /** Lists that nine keys in a row have asked for. */
  readonly readsOfBurst: number;
  /** While scrolling: frames in which a row on screen was still waited for. */
  readonly blankFrames: number;
}

const WORDS = ['pf0', 'latitude', 'user77', 'kiosk'];
const BURST = 'thinkpadt';
const WHEEL_STEPS = 80;
const WHEEL_PX = 120;
const WHEEL_EVERY_MS = 30;

/** Opens Reseal on a data folder, and measures its queue as a person would use it. */
export async function measuredPage(browser: Browser, folder: string, count: number): Promise<MeasuredPage> {
  // Nothing answers there: a tenant that lacks all these devices would have them looked for, one by one.
  const offline = { RESEAL_PRACTICE_URL: 'http://127.0.0.1:9', RESEAL_PRACTICE_TOKEN: 'none' };
  const door = await startProgram(['serve', '--json', '--data-dir', folder], offline);
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(door.firstLine));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchKeys);
    const begun = performance.now();
    await page.goto(url);
    await page.getByRole('link', { name: 'Queue' }).click();
    await page
      .locator(
        count === 0
          ? 'main h1'
          : '[role="row"][aria-rowindex="2"] [role="checkbox"], [role="row"][aria-rowindex="2"] input',
      )
      .first()
      .waitFor();
    const firstScreen = performance.now() - begun;
    if (count === 0) return { times: { firstScreen, key: 0, frame: 0 }, readsOfBurst: 0, blankFrames: 0 };
    const key = await typing(page);
    const readsOfBurst = await burst(page);
    const { frame, blankFrames } = await scrolling(page);
    return { times: { firstScreen, key, frame }, readsOfBurst, blankFrames };
  } finally {
    await context.close();
    await door.stop();
  }
}

/** From a key to the picture with its result, for each letter of some words. */
async function typing(page: Page): Promise<number> {
  const times: number[] = [];
  const field = page.getByRole('searchbox').first();
  for (const word of WORDS) {
    await field.fill('');
    await page.waitForFunction(() => !window.measured.isWaiting());
    await field.focus();
    for (const letter of word) {
      const shown = page.evaluate(() => window.measured.nextResult());
      await page.keyboard.press(letter);
      times.push(await shown);
    }
  }
  await field.fill('');
  return percentile(times, 0.95);
}

async function burst(page: Page): Promise<number> {
  await page.getByRole('searchbox').first().focus();
  const before = await page.evaluate(() => window.measured.reads());
  const shown = page.evaluate(() => window.measured.nextResult());
  await page.keyboard.type(BURST, { delay: 40 });
  await shown;
  await page.waitForFunction(() => !window.measured.isWaiting());
  const reads = (await page.evaluate(() => window.measured.reads())) - before;
  await page.getByRole('searchbox').first().fill('');
  await page.waitForFunction(() => !window.measured.isWaiting());
  return reads;
}

/** The wheel at an ordinary speed. */
async function scrolling(page: Page): Promise<{ readonly frame: number; readonly blankFrames: number }> {
  await page.locator('[role="row"][aria-rowindex="4"]').hover();
  await page.evaluate(() => window.measured.watchFrames());
  for (let step = 0; step < WHEEL_STEPS; step += 1) {
    await page.mouse.wheel(0, step < WHEEL_STEPS / 2 ? WHEEL_PX : -WHEEL_PX / 2);
    await page.waitForTimeout(WHEEL_EVERY_MS);
  }
  const { times, blank } = await page.evaluate(() => window.measured.frames());
  return { frame: percentile(times, 0.95), blankFrames: blank };
}

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

interface Measured {
  readonly reads: () => number;
  readonly isWaiting: () => boolean;
  /** Milliseconds from the last key to the picture after the list that it asked for. */
  readonly nextResult: () => Promise<number>;
  readonly watchFrames: () => void;
  readonly frames: () => { readonly times: number[]; readonly blank: number };
}

declare global {
  interface Window {
    measured: Measured;
  }
}

/** Runs in the page before it: when the last key came, and when the list that it asked for was painted. */
function watchKeys(): void {
  let keyAt = 0;
  let reads = 0;
  let open = 0;
  let listeners: ((ms: number) => void)[] = [];
  let frameTimes: number[] = [];
  let blank = 0;
  addEventListener('keydown', () => (keyAt = performance.now()), { capture: true });
  const send = window.fetch.bind(window);
  window.fetch = async (...given) => {
    const isList = new Request(...given).url.endsWith('/rpc/devices.list');
    if (!isList) return send(...given);
    reads += 1;
    open += 1;
    const answer = await send(...given);
    const body = await answer.clone().arrayBuffer();
    // The page reads the answer, draws, and the browser paints: the second frame from here shows it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        open -= 1;
        for (const listener of listeners.splice(0)) listener(performance.now() - keyAt);
      }),
    );
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
  window.measured = {
    reads: () => reads,
    isWaiting: () => open > 0,
    nextResult: () => new Promise((resolve) => (listeners = [...listeners, resolve])),
    watchFrames() {
      frameTimes = [];
      blank = 0;
      let last = performance.now();
      const tick = () => {
        const now = performance.now();
        frameTimes.push(now - last);
        last = now;
        const rows = document.querySelectorAll('[role="row"][aria-rowindex]:not([aria-rowindex="1"])');
        if ([...rows].some((row) => row.querySelector('input') === null)) blank += 1;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    },
    frames: () => ({ times: frameTimes, blank }),
  };
}
