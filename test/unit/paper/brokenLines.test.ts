import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenLines } from '../../../src/main/paper/brokenLines.ts';
import { widthOfRuns } from '../../../src/main/paper/textLine.ts';

const linesOf = (text: string, width: number) =>
  brokenLines(text, 'normal', width).map((runs) => runs.map((run) => run.text).join(''));

describe('a text that is too long for its column', () => {
  test('in Thai breaks between words', () => {
    const lines = linesOf('คอมพิวเตอร์เครื่องนี้ส่งกลับไปยังสำนักงานใหญ่', 10);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('คอมพิวเตอร์เครื่องนี้ส่งกลับไปยังสำนักงานใหญ่');
    for (const word of ['คอมพิวเตอร์', 'เครื่อง', 'สำนักงาน']) {
      expect(lines.filter((line) => line.includes(word))).toHaveLength(1);
    }
  });

  test('in Japanese never begins a line with a full stop or a closing bracket', () => {
    for (let width = 3; width < 14; width += 1) {
      const lines = linesOf('東京本社「第二会議室」に返却しました。次回の点検です。', width);
      for (const line of lines) expect(line).toMatch(/^[^。」]/);
    }
  });

  test('in Hebrew has its first words on its first line, and no serial number torn', () => {
    const [first, second] = linesOf('החלפתי לוח אם במחשב 5CG1234567 בקומה', 12);
    expect(first).toContain('החלפתי');
    expect(`${first}${second}`).toContain('5CG1234567');
  });

  test('keeps the lines that a person began', () => {
    expect(linesOf('東\n京\r\n本', 20)).toEqual(['東', '京', '本']);
  });
});

test('no line is wider than its column, and nothing but blanks is lost', () => {
  const letters = fc.constantFrom(...Array.from('ab1 אבש سم東京あน้ำก( )'));
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 60 }), fc.integer({ min: 3, max: 20 }), (text, width) => {
      const lines = brokenLines(text, 'normal', width);
      for (const runs of lines) expect(widthOfRuns(runs, 'normal')).toBeLessThanOrEqual(width);
      const ink = (one: string) =>
        Array.from(one.replaceAll(/[\s()]/g, '').replaceAll('\u0e33', '\u0e4d\u0e32')).sort();
      expect(ink(lines.flatMap((runs) => runs.map((run) => run.text)).join(''))).toEqual(ink(text));
    }),
    { numRuns: 200 },
  );
});
