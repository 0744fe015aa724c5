import { expect, test } from 'vitest';
import { everyDevice, type QueueFilter } from '../../../../src/shared/devices/deviceFilter.ts';
import { filterChipsOf } from '../../../../src/renderer/features/devices/queue/filterChips.ts';

const batchId = '7f6a5f0d-3c89-4b6a-9a55-0f2f3f6c7d11';
const chips = (change: Partial<QueueFilter>, batchName: string | null = null) =>
  filterChipsOf({ ...everyDevice, ...change }, batchName);
const labels = (change: Partial<QueueFilter>, batchName: string | null = null) =>
  chips(change, batchName).map(({ label }) => label);

test('no filter has no chip, and what is searched has none: it stands in its field', () => {
  expect(labels({})).toEqual([]);
  expect(labels({ search: 'ada' })).toEqual([]);
});

test.each<[Partial<QueueFilter>, readonly string[]]>([
  [{ groupTags: ['Kiosk', ''] }, ['Group tag: Kiosk', 'No group tag']],
  [{ shelves: [''] }, ['On no shelf']],
  [{ scenarios: ['selfDeploying'] }, ['Scenario: Self-deploying']],
  [{ failed: true, differsFromMicrosoft: true }, ['Something failed', 'Differs from Microsoft']],
  [{ failed: false, differsFromMicrosoft: false }, []],
  [{ isAssigned: true }, ['Has a user']],
  [{ isAssigned: false }, ['No user']],
  [{ createdFrom: '2026-11-01' }, ['Imported from 2026-11-01']],
  [{ useByUntil: '2026-12-31' }, ['To be used by until 2026-12-31']],
  [{ resealedFrom: '2026-11-01', resealedUntil: '2026-11-30' }, ['Resealed 2026-11-01 to 2026-11-30']],
])('%o is told as %o', (change, told) => {
  expect(labels(change)).toEqual(told);
});

test('a batch is told by its name, and one that is not known here says so', () => {
  expect(labels({ batchId }, 'Monday')).toEqual(['Batch: Monday']);
  expect(labels({ batchId })).toEqual(['Batch: of another customer, or gone']);
});

test('taking every chip away, one after another, leaves no filter; and no two are called the same', () => {
  let filter: QueueFilter = {
    ...everyDevice,
    nextSteps: ['register', 'ship'],
    registration: ['failed'],
    bench: ['running', 'failed'],
    batchId,
    groupTags: ['A', ''],
    models: ['A'],
    users: ['ada@contoso.example'],
    isAssigned: false,
    failed: true,
    createdFrom: '2026-11-01',
    createdUntil: '2026-11-02',
  };
  const first = filterChipsOf(filter, null);
  expect(new Set(first.map(({ label }) => label)).size).toBe(first.length);
  for (let left = first.length; left > 0; left -= 1) {
    const [chip] = filterChipsOf(filter, null);
    filter = { ...filter, ...chip?.without };
    expect(filterChipsOf(filter, null)).toHaveLength(left - 1);
  }
  expect(JSON.stringify(filter)).toBe(JSON.stringify(everyDevice));
});
