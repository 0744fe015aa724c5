import { LaptopRegular } from '@fluentui/react-icons';
import { expect, test } from 'vitest';
import {
  groupsFor,
  rowAfter,
  rowsInGroups,
  type PaletteRow,
} from '../../../../src/renderer/app/palette/paletteGroups.ts';

function row(label: string, change: Partial<PaletteRow> = {}): PaletteRow {
  return {
    id: label,
    label,
    detail: null,
    alsoCalled: '',
    reason: null,
    Icon: LaptopRegular,
    key: null,
    isSerial: false,
    choose: () => undefined,
    ...change,
  };
}

const found = (query: string, ...rows: readonly PaletteRow[]) =>
  rowsInGroups(groupsFor(query, [{ title: 'Acts', rows }])).map(({ label }) => label);

test('with nothing typed everything is there, what is allowed first', () => {
  expect(found('', row('Ship', { reason: 'Reseal it first.' }), row('Reseal'), row('Rename'))).toEqual([
    'Reseal',
    'Rename',
    'Ship',
  ]);
});

test('a word that begins so comes before one that holds it', () => {
  expect(found('re', row('Take the user away'), row('Start anywhere'), row('Rename'))).toEqual([
    'Rename',
    'Start anywhere',
  ]);
});

test('the smaller words and the other names are searched too', () => {
  const settings = row('Settings', { detail: 'Scanner, Labels' });
  expect(found('scanner', settings)).toEqual(['Settings']);
  expect(found('shortcuts', row('Keys', { alsoCalled: 'keyboard shortcuts' }))).toEqual(['Keys']);
  expect(found('sealed', row('Ship', { reason: 'Not resealed.' }))).toEqual([]);
});

test('a group without a match is left out, and what another has found is not searched again', () => {
  const groups = groupsFor('ada', [
    { title: 'Acts', rows: [row('Rename')] },
    { title: 'Devices', rows: [row('5CG1')], isFound: true },
  ]);
  expect(groups.map(({ title }) => title)).toEqual(['Devices']);
});

test.each([
  ['ArrowDown', 'One', 'Two'],
  ['ArrowDown', 'Three', 'One'],
  ['ArrowUp', 'One', 'Three'],
  ['ArrowUp', 'Two', 'One'],
  ['Home', 'Three', 'One'],
  ['End', 'One', 'Three'],
])('%s leads from %s to %s', (key, from, to) => {
  const rows = ['One', 'Two', 'Three'].map((label) => row(label));
  const active = rows.find(({ label }) => label === from) ?? null;
  expect(rowAfter(key, rows, active)?.label).toBe(to);
});

test('other keys are left to the field, and in an empty list none leads anywhere', () => {
  expect(rowAfter('ArrowLeft', [row('One')], null)).toBeNull();
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End']) expect(rowAfter(key, [], null)).toBeNull();
});
