import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownRecord } from '../../../src/main/services/registration/lookUpStep.ts';
import { matchRecords, oneBatchOf } from '../../../src/main/services/registration/sendStep.ts';
import type { DeviceJob } from '../../../src/main/services/jobs/jobDevices.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { storedJob } from '../../rigs/storedJob.ts';

const entry = (serialNumber: string, progress: object = {}): DeviceJob => ({
  job: storedJob({ progress }),
  device: readyDevice({ serialNumber }),
});
const serialsOf = (entries: readonly DeviceJob[]): (string | null)[] =>
  entries.map(({ device }) => device.serialNumber);

describe('the devices of one import', () => {
  test('hold no serial number twice: the other one waits for the next', () => {
    const { batch, later } = oneBatchOf([entry('A'), entry('a '), entry('B')], false);
    expect(serialsOf(batch)).toEqual(['A', 'B']);
    expect(serialsOf(later)).toEqual(['a ']);
  });

  test('are no more than Microsoft last took', () => {
    const { batch, later } = oneBatchOf([entry('A', { batchSize: 2 }), entry('B'), entry('C')], false);
    expect(serialsOf(batch)).toEqual(['A', 'B']);
    expect(serialsOf(later)).toEqual(['C']);
  });

  test('are none while what became of an earlier one is unknown', () => {
    expect(oneBatchOf([entry('A')], true).batch).toEqual([]);
  });

  test('and those that wait are together all there were', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 150 }), (serials) => {
        const open = serials.map((serial) => entry(serial));
        const { batch, later } = oneBatchOf(open, false);
        return batch.length + later.length === open.length && new Set(serialsOf(batch)).size === batch.length;
      }),
    );
  });
});

describe('the records of an import', () => {
  const rows = [{ serialNumber: 'A' }, { serialNumber: 'B' }];
  test.each([
    [
      'in another order',
      [
        { id: '2', serialNumber: 'b' },
        { id: '1', serialNumber: 'A' },
      ],
      ['1', '2'],
    ],
    ['half of them missing', [{ id: '2', serialNumber: 'B' }], [undefined, '2']],
    [
      'without serial numbers, in the order sent',
      [
        { id: '1', serialNumber: null },
        { id: '2', serialNumber: null },
      ],
      ['1', '2'],
    ],
    ['without serial numbers, and not all', [{ id: '1', serialNumber: null }], [undefined, undefined]],
  ])('%s', (_, answers, ids) => {
    expect(matchRecords(rows, answers)).toEqual(ids);
  });
});

describe('the record of an import whose answer was lost', () => {
  const record = (id: string, importId: string | null, serialNumber = 'FBK1') => ({
    id,
    importId,
    serialNumber,
    status: 'unknown',
    ztdId: null,
    errorCode: null,
    errorName: null,
  });
  const progress = { importId: 'mine', olderRecordIds: ['old'] };
  test.each([
    ['is known by the import id', [record('x', 'other'), record('y', 'mine')], 'y'],
    ['else by not having been there before', [record('old', null), record('new', null)], 'new'],
    ['is not one that was there before', [record('old', 'other')], null],
    ['is not another device’s', [record('y', 'mine', 'FBK2')], null],
  ])('%s', (_, records, id) => {
    expect(ownRecord(records, 'fbk1', progress)?.id ?? null).toBe(id);
  });

  test('is only one with the import id, where it is not known what was there before', () => {
    const unknown = { ...progress, olderRecordIds: null };
    expect(ownRecord([record('stale', null)], 'fbk1', unknown)).toBeNull();
    expect(ownRecord([record('stale', null), record('y', 'mine')], 'fbk1', unknown)?.id).toBe('y');
  });
});
