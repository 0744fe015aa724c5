import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { databaseProblem } from '../../../src/main/store/databaseProblem.ts';
import type { SqliteDatabase } from '../../../src/main/store/sqlite.ts';
import { contentOf, failingStatements, type FailingStatements } from '../../rigs/faults/failingStatements.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { intakeOnDisk, textFile, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';
import { importBody, startPracticeGraph } from '../../rigs/practiceGraph.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

/** What a disk says, by SQLite's name of it: ENOSPC, EIO, EROFS, EMFILE. */
const faults = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY_DBMOVED', 'SQLITE_CANTOPEN_FULLPATH'] as const;
const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';

function listOf(count: number) {
  const rows = Array.from({ length: count }, (_, number) => {
    const device = inventedDevice(number);
    return `${device.serialNumber ?? ''},,${inventedHash(device)},Kiosk,`;
  });
  return textFile('goods.csv', [header, ...rows].join('\r\n'));
}

const figures = new Map<string, number>();
const count = (writer: string): void => void figures.set(writer, (figures.get(writer) ?? 0) + 1);

let statements: FailingStatements;
beforeEach(() => {
  statements = failingStatements();
});
afterEach(() => statements.mend());
afterAll(() => {
  const told = [...figures].map(([writer, faulted]) => `${writer} ${faulted}`).join(', ');
  process.stdout.write(`Faults of the disk injected, each ended in a sentence and lost nothing: ${told}.\n`);
});

describe('an import, at each call of the database in turn', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => intake.close());

  /** Fails one call after the other until the act gets through; what lies on the disk is the same after each failure. */
  async function failEachCall(act: () => Promise<unknown>, code: string, writer: string): Promise<void> {
    for (let call = 1; ; call += 1) {
      const before = contentOf(intake.store.database);
      statements.failAt(call, code);
      const error: unknown = await act().then(
        () => null,
        (cause: unknown) => cause,
      );
      if (!statements.hasFailed()) {
        expect(error).toBeNull();
        return;
      }
      count(writer);
      expect({ call, remedy: databaseProblem(error)?.remedy }).toMatchObject({ remedy: expect.any(String) as unknown });
      expect(contentOf(intake.store.database)).toEqual(before);
    }
  }

  test.each(faults)(
    '%s: nothing is half imported, and the reviewed import goes in afterwards, edited or not',
    async (code) => {
      const unedited = await intake.preview(listOf(3));
      await failEachCall(() => intake.commit(unedited.previewId), code, 'import');
      const edited = await intake.preview(listOf(6));
      const { previewId } = edited;
      await failEachCall(
        () =>
          intake.engine.handlers['intake.editRow']({
            previewId,
            rowId: 5,
            field: 'groupTag',
            value: 'Sales',
          }) as Promise<unknown>,
        code,
        'entry',
      );
      await failEachCall(() => intake.commit(previewId), code, 'import');

      const devices = intake.store.database.prepare('SELECT group_tag FROM device ORDER BY rowid').pluck().all();
      expect(devices).toEqual(['Kiosk', 'Kiosk', 'Kiosk', 'Kiosk', 'Kiosk', 'Sales']);
      expect(intake.store.database.prepare('SELECT count(*) FROM hash_capture').pluck().get()).toBe(6);
      expect(intake.store.database.pragma('integrity_check', { simple: true })).toBe('ok');
    },
  );

  test('a disk that is full at every page in turn, by SQLite’s own limit, takes the import once there is room', async () => {
    const { previewId } = await intake.preview(listOf(40));
    const { database } = intake.store;
    const before = contentOf(database);
    const start = pagesOf(database);
    for (let room = 0; ; room += 1) {
      database.pragma(`max_page_count = ${start + room}`);
      const error: unknown = await intake.commit(previewId).then(
        () => null,
        (cause: unknown) => cause,
      );
      if (error === null) break;
      count('full page');
      expect(databaseProblem(error)).toMatchObject({ code: 'disk-full' });
      expect(contentOf(database)).toEqual(before);
    }
    expect(database.prepare('SELECT count(*) FROM device').pluck().get()).toBe(40);
  });
});

const pagesOf = (database: SqliteDatabase): number => z.number().parse(database.pragma('page_count', { simple: true }));

describe('acts on the queue, at each call of the database in turn', () => {
  let rig: RegistrationRig;
  let deviceIds: string[];
  beforeEach(async () => {
    rig = await startRegistrationRig({}, { runsOutbox: false });
    deviceIds = rig.addDevices(serials(3).map((serialNumber) => ({ serialNumber })));
  });
  afterEach(() => rig.close());

  test.each(faults)('%s: each act is done or not done, says why, and works afterwards', async (code) => {
    const acts: readonly (readonly [name: string, input: object])[] = [
      ['registration.register', { deviceIds }],
      ['assignment.setGroupTag', { deviceIds, groupTag: 'Sales' }],
      ['assignment.rename', { deviceIds, pattern: 'LAB-%SERIAL%' }],
      ['exports.write', { target: 'partner-center', deviceIds }],
      ['exports.write', { target: 'intune', deviceIds }],
      ['devices.note', { id: deviceIds[0], note: 'On bench four.' }],
      ['scenarios.choose', { deviceIds, scenario: 'preProvisioned' }],
      ['devices.takeOff', { ids: deviceIds }],
      ['devices.putBack', { ids: deviceIds }],
    ];
    for (const [name, input] of acts) {
      for (let call = 1; ; call += 1) {
        const before = rig.withStore(({ database }) => contentOf(database));
        statements.failAt(call, code);
        const outcome = await rig.dispatch(name, input);
        const hasFailed = statements.hasFailed();
        statements.failAt(0, code);
        if (!hasFailed) {
          expect({ name, outcome }).toMatchObject({ outcome: { ok: true } });
          break;
        }
        count(name);
        expect({ name, call, outcome }).toMatchObject({
          outcome: {
            ok: false,
            error: { code: expect.not.stringContaining('internal') as unknown, remedy: expect.any(String) as unknown },
          },
        });
        expect({ name, call, content: rig.withStore(({ database }) => contentOf(database)) }).toEqual({
          name,
          call,
          content: before,
        });
      }
    }
  });
});

describe('the practice tenant, at each call of its database in turn', () => {
  test.each(faults)('%s: it answers as a broken service does, and takes the devices afterwards', async (code) => {
    const graph = await startPracticeGraph();
    const path = '/beta/deviceManagement/importedWindowsAutopilotDeviceIdentities';
    try {
      for (let call = 1; ; call += 1) {
        statements.failAt(call, code);
        const { status } = await graph.post(
          `${path}/import`,
          importBody([{ serialNumber: 'SN-1' }, { serialNumber: 'SN-2' }]),
        );
        const hasFailed = statements.hasFailed();
        statements.failAt(0, code);
        const listed = (await graph.get(path)).body['value'];
        if (!hasFailed) {
          expect(status).toBe(200);
          expect(listed).toHaveLength(2);
          break;
        }
        count('practice tenant');
        expect({ call, status }).toEqual({ call, status: 500 });
        expect({ call, listed }).toEqual({ call, listed: [] });
      }
    } finally {
      await graph.close();
    }
  });
});
