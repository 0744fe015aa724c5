import { readFile } from 'node:fs/promises';
import { glyphOutlineOf, type Contour } from '../../../src/main/paper/outline.ts';
import { inReadingOrder } from '../../../src/main/paper/textRuns.ts';
import { typefaces } from '../../../src/main/paper/typefaces.ts';
import { expect, test } from '../support/resealTest.ts';

const SIZE = 64;
/** How far apart, in pixels, two drawings of one letter may be: the browser rounds where letters begin. */
const NEAR = 3;

const d = (contours: readonly Contour[]): string =>
  contours
    .map(
      ({ start, curves }) =>
        `M${start.join(' ')}${curves.map((curve) => `${'LQC'[curve.length - 1] ?? ''}${curve.flat().join(' ')}`).join('')}Z`,
    )
    .join('');

test('Chromium, with the same typefaces, draws names of every script where Reseal draws them', async ({
  door,
  openBrowser,
}) => {
  test.skip(door !== 'loopback', 'It is the browser that is compared with.');
  const page = await (await openBrowser()).newPage();
  for (const { name, files } of typefaces) {
    const data = (await readFile(files.normal)).toString('base64');
    // As Reseal does, blanks and brackets within Hebrew and Arabic come from their own typeface, figures from Roboto.
    const range = /Arabic|Hebrew/.test(name) ? "unicodeRange: 'U+20,U+22,U+28,U+29,U+590-6FF,U+200C'" : '';
    await page.evaluate(
      async ([family, base64, unicodeRange]) => {
        const face = new FontFace(
          family,
          `url(data:font/ttf;base64,${base64})`,
          unicodeRange === '' ? {} : { unicodeRange },
        );
        document.fonts.add(await face.load());
      },
      [name, data, range.split("'")[1] ?? ''] as const,
    );
  }
  const samples = [
    ['大阪支店 受付', 'Noto Sans JP'],
    ['广州分公司（二楼）', 'Noto Sans SC'],
    ['부산 지점', 'Noto Sans KR'],
    ['מחלקה 5CG1234 (קומה 3)', 'Noto Sans Hebrew'],
    ['Depot מחלקה 5CG1234', 'Noto Sans Hebrew'],
    ['المخزن PF-4X-123 (الرئيسي)', 'Noto Sans Arabic'],
    ['می\u200cشود ۱۲۳', 'Noto Sans Arabic'],
    ['مُحَمَّد شُكْرًا لله', 'Noto Sans Arabic'],
    ['ห้องน้ำ ชั้นที่ผู้ใหญ่', 'Noto Sans Thai'],
    ['मुख्य कार्यालय क्षेत्र दिल्ली', 'Noto Sans Devanagari'],
  ] as const;
  for (const [text, family] of samples) {
    const shares = await page.evaluate(
      ({ text, family, path, size, near }) => {
        const draw = (ink: (context: CanvasRenderingContext2D) => void): Uint8ClampedArray => {
          const context = Object.assign(document.createElement('canvas'), { width: 1200, height: 160 }).getContext(
            '2d',
          );
          if (context === null) throw new Error('There is no canvas.');
          ink(context);
          return context.getImageData(0, 0, 1200, 160).data;
        };
        const browser = draw((context) => {
          context.font = `${size}px '${family}', Roboto`;
          context.direction = /^[^a-z]*[\u0590-\u06ff]/i.test(text) ? 'rtl' : 'ltr';
          context.textAlign = 'left';
          context.fillText(text, 20, 100);
        });
        const reseal = draw((context) => context.fill(new Path2D(path)));
        const share = (one: Uint8ClampedArray, other: Uint8ClampedArray): number => {
          let [ink, found] = [0, 0];
          const isInk = (data: Uint8ClampedArray, x: number, y: number) => (data[(y * 1200 + x) * 4 + 3] ?? 0) > 127;
          for (let y = near; y < 160 - near; y += 1) {
            for (let x = near; x < 1200 - near; x += 1) {
              if (!isInk(one, x, y)) continue;
              ink += 1;
              let has = false;
              for (let dy = -near; dy <= near && !has; dy += 1) {
                for (let dx = -near; dx <= near && !has; dx += 1) has = isInk(other, x + dx, y + dy);
              }
              if (has) found += 1;
            }
          }
          return ink === 0 ? 0 : found / ink;
        };
        return [share(browser, reseal), share(reseal, browser)];
      },
      {
        text: inReadingOrder(text),
        family,
        path: d(glyphOutlineOf(text, 'normal', SIZE, 20, 100)),
        size: SIZE,
        near: NEAR,
      },
    );
    for (const share of shares) expect(share, text).toBeGreaterThan(0.97);
  }
  await page.close();
});
