import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import { readTechnicianBadge, writeTechnicianBadge } from '../../../src/shared/scans/technicianBadge.ts';
import { typedThrough } from './typedThrough.ts';

test('every initials that the settings hold are read from their badge as they are', () => {
  const initials = fc
    .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('A', 'Ä', 'b', 'ö', '0', '3', '.', ' ', '-') })
    .filter((text) => text.trim() === text);
  fc.assert(
    fc.property(initials, (text) => {
      fc.pre(!writeTechnicianBadge(text).startsWith('reseal'));
      expect(readTechnicianBadge(writeTechnicianBadge(text))).toBe(text);
    }),
  );
});

test('a badge is a scan of its own kind, also from a scanner that sends small letters or with Caps Lock', () => {
  for (const code of ['RESEAL:TECHNICIAN:JB', 'reseal:technician:jb', ' RESEAL:TECHNICIAN:JB\r']) {
    expect(readScan(code)).toMatchObject({ kind: 'technician', initials: 'JB', serialNumber: null });
  }
});

test.each(['de', 'fr', 'uk', 'es', 'it'] as const)(
  'a badge typed for an American keyboard is read on one of %s',
  (layout) => {
    expect(readScan(typedThrough(layout, 'RESEAL:TECHNICIAN:JB'))).toMatchObject({
      kind: 'technician',
      initials: 'JB',
    });
  },
);

test.each(['RESEAL:TECHNICIAN:', 'RESEAL:TECHNICIAN:ABCDEFGHI', 'RESEAL:OTHER:JB', 'JB', '5CG1234567'])(
  '%s is no badge',
  (code) => {
    expect(readScan(code).initials).toBeNull();
  },
);
