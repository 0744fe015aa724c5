import { expect, test } from 'vitest';
import { createBenchRunStore } from '../../../../src/main/store/benchRunStore.ts';
import { openStore } from '../../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';

const deviceId = 'b7b7a9c2-4a5d-4c0e-9a43-6a2f0d2f4b11';
const run = (digit: number) => `${digit}2b7a9c2-4a5d-4c0e-9a43-6a2f0d2f4b11`;
const at = (hour: number) => `2026-01-01T0${hour}:00:00.000Z`;

test('failed devices are found by what their codes ask for, and enrolled ones behind the gate', () => {
  const folder = temporaryFolder();
  const older = openSqlite(`${folder.path}/reseal.db`);
  migrateTo(older, 14);
  older.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, serial_number, bench, bench_error, enrollment, next_step, created_at, updated_at) VALUES
      ('a', 't', 'A', 'failed', '{"code":"0x81039024"}', 'unknown', 'retryBench', 'now', 'now'),
      ('b', 't', 'B', 'failed', '{"code":"0x800705b4"}', 'unknown', 'retryBench', 'now', 'now'),
      ('c', 't', 'C', 'failed', NULL, 'unknown', 'retryBench', 'now', 'now'),
      ('d', 't', 'D', 'notStarted', NULL, 'enrolled', 'startBench', 'now', 'now'),
      ('e', 't', 'E', 'failed', '{"code":"0x80180014"}', 'blocked', 'retryBench', 'now', 'now');`);
  older.close();
  const store = openStore(folder.path, () => new Date(at(9)));
  expect(store.database.prepare('SELECT next_step FROM device ORDER BY id').pluck().all()).toEqual([
    'updateFirmware',
    'retryBench',
    'retryBench',
    'clearGate',
    'unblock',
  ]);
  store.close();
  folder.remove();
});

test('runs that an older Reseal recorded stay as they are, and one may have an end alone', () => {
  const folder = temporaryFolder();
  const older = openSqlite(`${folder.path}/reseal.db`);
  migrateTo(older, 14);
  older.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, serial_number, next_step, created_at, updated_at)
      VALUES ('${deviceId}', 't', 'AAA1', 'reseal', 'now', 'now');
    INSERT INTO bench_run (id, device_id, started_at, ended_at, result, elapsed_ms, error_code, override_reason, technician) VALUES
      ('${run(1)}', '${deviceId}', '${at(1)}', '${at(2)}', 'failed', 60000, '0x800705b4', 'late', 'JB'),
      ('${run(2)}', '${deviceId}', '${at(4)}', NULL, NULL, NULL, NULL, NULL, 'JB');`);
  older.close();

  const store = openStore(folder.path, () => new Date(at(9)));
  const runs = createBenchRunStore(store);
  const ended = {
    deviceId,
    technician: 'AB',
    endedAt: at(3),
    result: 'succeeded',
    elapsedMs: null,
    errorCode: null,
    phase: null,
  } as const;
  runs.addEnded(ended);
  expect(runs.ofDevice(deviceId)).toMatchObject([
    { id: run(2), startedAt: at(4), endedAt: null, result: null },
    { startedAt: null, endedAt: at(3), result: 'succeeded', technician: 'AB' },
    {
      id: run(1),
      startedAt: at(1),
      endedAt: at(2),
      errorCode: '0x800705b4',
      overrideReason: 'late',
      elapsedMs: 60_000,
    },
  ]);
  expect(() => store.database.prepare(`UPDATE bench_run SET ended_at = NULL WHERE started_at IS NULL`).run()).toThrow(
    'CHECK',
  );
  store.close();
  folder.remove();
});
