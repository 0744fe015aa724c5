import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import type { InputOf, OutputOf, ProcedureName } from '../../../src/shared/api/contract.ts';
import { contract } from '../../rigs/wholeContract.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const DEVICES = 120;
const ANSWERS_BEFORE_THE_KILL = 12;
const EDITS_AT_ONCE = 20;

/** The loopback door in a process of its own, and calls as a page makes them. */
async function serve() {
  const words = ['serve', '--json', '--data-dir', folder.path];
  const child = spawn(process.execPath, [join(projectRoot, 'out', 'main', 'cli.js'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), 'line'));
  const address = new URL(z.object({ url: z.url() }).parse(JSON.parse(line)).url);
  const headers = {
    Authorization: `Bearer ${address.hash.replace('#token=', '')}`,
    'Content-Type': 'application/json',
  };
  return {
    async call<Name extends ProcedureName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
      const url = new URL(`/rpc/${name}`, address);
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
      const outcome = z.object({ ok: z.literal(true), value: z.unknown() }).parse(await response.json());
      // The schema of this name was just applied; the compiler cannot follow it.
      return contract[name].output.parse(outcome.value) as OutputOf<Name>;
    },
    async end(signal: NodeJS.Signals) {
      child.kill(signal);
      await exited;
    },
  };
}

it('a program that is killed in the midst of edits loses none that it has answered, and the import comes to its end', async () => {
  const killed = await serve();
  const tenant = await killed.call('tenants.addPractice', {});
  const rows = Array.from({ length: DEVICES }, (_, number) => {
    const device = inventedDevice(number);
    return `${device.serialNumber ?? ''},,${inventedHash(device)},,`;
  });
  const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User';
  const bytes = Buffer.from([header, ...rows].join('\r\n'));
  const { fileId } = await killed.call('intake.openFile', { name: 'goods.csv', sizeBytes: bytes.length });
  await killed.call('intake.appendToFile', { fileId, base64: bytes.toString('base64') });
  const { previewId } = await killed.call('intake.preview', { fileIds: [fileId], tenantId: tenant.id });

  const answered = new Set<number>();
  const kills: Promise<void>[] = [];
  // Each goes on until it hears no more, so that the end comes in the midst of edits however fast the program is.
  const edits = Array.from({ length: EDITS_AT_ONCE }, async (_, first) => {
    for (let rowId = first; ; rowId = (rowId + EDITS_AT_ONCE) % DEVICES) {
      await killed.call('intake.editRow', { previewId, rowId, field: 'groupTag', value: `Tag ${rowId}` });
      answered.add(rowId);
      if (answered.size >= ANSWERS_BEFORE_THE_KILL && kills.length === 0) kills.push(killed.end('SIGKILL'));
    }
  });
  const results = await Promise.allSettled(edits);
  await Promise.all(kills);
  expect(results.some(({ status }) => status === 'rejected')).toBe(true);
  expect(answered.size).toBeGreaterThanOrEqual(ANSWERS_BEFORE_THE_KILL);

  const again = await serve();
  expect(await again.call('intake.open', {})).toMatchObject({
    previewId: null,
    kept: [{ previewId, tenantId: tenant.id, files: ['goods.csv'], rows: DEVICES }],
  });
  await again.call('intake.resume', { previewId });
  const found = (await again.call('intake.rows', { previewId })).rows;
  for (const { rowId, groupTag } of found) {
    if (answered.has(rowId)) expect(groupTag).toBe(`Tag ${rowId}`);
    else expect([null, `Tag ${rowId}`]).toContain(groupTag);
  }
  await again.call('intake.applyToAll', { previewId, groupTag: 'Bench' });
  expect(await again.call('intake.commit', { previewId })).toMatchObject({ added: DEVICES, left: 0 });
  expect(await again.call('intake.open', {})).toEqual({ previewId: null, kept: [] });
  await again.end('SIGTERM');
});
