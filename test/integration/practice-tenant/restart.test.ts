import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { DEVICES, importBody, IMPORTED, register, rowsOf, startPracticeGraph } from '../../rigs/practiceGraph.ts';

let folder: string;
let stateFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-practice-'));
  stateFile = join(folder, 'tenant.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a practice tenant that is started again', () => {
  test('knows its devices, its token, its tenant and its time', async () => {
    const first = await startPracticeGraph({ stateFile });
    await register(first, [{ serialNumber: 'A-1', groupTag: 'Kiosk' }]);
    const { token, tenantId } = first.tenant;
    const shown = first.tenant.now();
    await first.close();

    const second = await startPracticeGraph({ stateFile });
    expect(second.tenant).toMatchObject({ token, tenantId });
    expect(second.tenant.now()).toBeGreaterThanOrEqual(shown);
    expect(rowsOf(await second.get(DEVICES))).toMatchObject([{ serialNumber: 'A-1', groupTag: 'Kiosk' }]);
    await second.close();
  });

  test('goes on with what was under way', async () => {
    const first = await startPracticeGraph({ stateFile });
    await first.post(`${IMPORTED}/import`, importBody([{ serialNumber: 'A-1' }]));
    await first.close();
    const second = await startPracticeGraph({ stateFile });
    second.tenant.advance(600);
    expect(rowsOf(await second.get(DEVICES))).toMatchObject([{ deploymentProfileAssignmentStatus: 'assignedInSync' }]);
    await second.close();
  });

  test('has every import that it answered, although it was killed', async () => {
    const killed = await startInAnotherProcess();
    const answered: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      const body = JSON.stringify(importBody([{ serialNumber: `A-${index}` }]));
      const headers = { Authorization: `Bearer ${killed.token}`, 'Content-Type': 'application/json' };
      const reply = await fetch(`${killed.url}${IMPORTED}/import`, { method: 'POST', headers, body });
      if (reply.ok) answered.push(`A-${index}`);
    }
    killed.process.kill('SIGKILL');
    await once(killed.process, 'exit');

    const next = await startPracticeGraph({ stateFile });
    expect(rowsOf(await next.get(IMPORTED)).map((row) => row['serialNumber'])).toEqual(answered);
    expect(answered).toHaveLength(25);
    await next.close();
  });

  test('keeps a second process out of its state', async () => {
    const first = await startPracticeGraph({ stateFile });
    await expect(startPracticeGraph({ stateFile })).rejects.toHaveProperty('code', 'SQLITE_BUSY');
    await first.close();
  });

  /** What each version of the state file has that the one before had not. */
  const sinceVersion2 = `
    ALTER TABLE managed_device DROP COLUMN enrollment_type; ALTER TABLE managed_device DROP COLUMN autopilot_enrolled;
    ALTER TABLE managed_device DROP COLUMN identity; ALTER TABLE associated_device DROP COLUMN serial_number;
    ALTER TABLE associated_device DROP COLUMN managed_device_id;`;
  const sinceVersion3 = `
    ALTER TABLE associated_device DROP COLUMN policy_id; ALTER TABLE directory_group DROP COLUMN is_role_assignable;
    ALTER TABLE directory_group DROP COLUMN has_provisioning_owner; DROP TABLE preparation_policy; DROP TABLE mobile_app;
    DROP TABLE device_script; DROP TABLE prepared_device; DROP TABLE export_job; DELETE FROM given_id WHERE name LIKE '%reparation%';
    DELETE FROM directory_group WHERE display_name LIKE 'Device preparation%';`;

  test.each([
    [2, `${sinceVersion3}${sinceVersion2}`],
    [3, sinceVersion3],
  ])('goes on with a state file of version %i, and its devices', async (version, undo) => {
    const first = await startPracticeGraph({ stateFile });
    const [id = ''] = await register(first, [{ serialNumber: 'A-1' }]);
    await first.post(`/practice/devices/${id}/technician-flow`);
    await first.close();
    const database = openSqlite(stateFile);
    database.exec(undo);
    database.pragma(`user_version = ${version}`);
    database.close();

    const second = await startPracticeGraph({ stateFile });
    expect(rowsOf(await second.get('/beta/deviceManagement/managedDevices'))).toMatchObject([
      { serialNumber: 'A-1', deviceEnrollmentType: 'windowsAzureADJoinUsingDeviceAuth', autopilotEnrolled: true },
    ]);
    expect(rowsOf(await second.get('/beta/deviceManagement/configurationPolicies'))).toHaveLength(1);
    await second.close();
  });

  test('refuses a state file of another version in words', async () => {
    const database = openSqlite(stateFile);
    database.pragma('user_version = 99');
    database.close();
    await expect(startPracticeGraph({ stateFile })).rejects.toThrow(/version 99.*delete the file/);
  });

  test('does not turn its time back when the real clock is', async () => {
    let real = Date.UTC(2026, 5, 1);
    const graph = await startPracticeGraph({ stateFile, now: () => real, speed: 10 });
    real += 60_000;
    const before = graph.tenant.now();
    real -= 3_600_000;
    expect(graph.tenant.now()).toBe(before);
    real += 1_000;
    expect(graph.tenant.now()).toBe(before + 10_000);
    await graph.close();
  });
});

describe('a reset', () => {
  test('forgets devices and keeps tenant and token', async () => {
    const graph = await startPracticeGraph({ stateFile });
    await register(graph, [{ serialNumber: 'A-1' }]);
    expect((await graph.post('/practice/reset')).status).toBe(200);
    expect(rowsOf(await graph.get(DEVICES))).toEqual([]);
    expect(rowsOf(await graph.get('/v1.0/users'))).toHaveLength(26);
    await graph.close();
  });
});

interface RunningTenant {
  readonly process: ChildProcess;
  readonly url: string;
  readonly token: string;
}

async function startInAnotherProcess(): Promise<RunningTenant> {
  const script = join(folder, 'run.mjs');
  const module = resolve('src/main/practice-tenant/startPracticeTenant.ts');
  writeFileSync(
    script,
    `import { startPracticeTenant } from ${JSON.stringify(module)};
     const { url, token } = await startPracticeTenant({ stateFile: ${JSON.stringify(stateFile)} });
     console.log(JSON.stringify({ url, token }));`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url = '', token = ''] = /"url":"([^"]+)","token":"([^"]+)"/.exec(line) ?? [];
    return { process: child, url, token };
  }
  throw new Error('The practice tenant did not start.');
}
