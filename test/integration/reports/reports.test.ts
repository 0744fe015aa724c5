import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { drawPdf } from '../../rigs/pictures.ts';
import { readPdf } from '../../rigs/readPdf.ts';
import { runInProcess } from '../support/runInProcess.ts';

let workshop: OfflineQueue;
beforeEach(() => {
  workshop = offlineQueue();
});
afterEach(() => workshop.close());

const green = {
  bench: 'succeeded',
  benchEndedAt: '2026-11-20T10:00:00.000Z',
  assignedUser: 'ada@contoso.com',
} as const;
const failure = { code: '0x800705b4', name: null, message: null };

/** One grey dot. */
const smallJpeg =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z';

function fill(): string[] {
  return [
    workshop.addDevice({ ...green, serialNumber: 'GOOD1', orderNumber: 'PO-7' }),
    workshop.addDevice({ serialNumber: 'BAD1', bench: 'failed', benchError: failure, purchaseOrder: 'po-7' }),
    workshop.addDevice({ serialNumber: 'OTHER1', orderNumber: 'PO-70' }),
  ];
}

const report = (deviceIds: string[], more: object = {}) =>
  ask(workshop.backend, 'reports.ofDevices', { deviceIds, format: 'csv', ...more });
const textOf = ({ document }: { document: { base64: string } }) =>
  Buffer.from(document.base64, 'base64').toString('utf8');

test('a report tells the result, the code of a failure and by when the device must be used, and names no user', async () => {
  const csv = textOf(await report(fill()));
  expect(csv).toMatch(/GOOD1,.*Succeeded,,2026-11-20T10:00:00.000Z,,,2027-05-20T10:00:00.000Z/);
  expect(csv).toMatch(/BAD1,.*Failed,0x800705b4/);
  expect(csv).not.toContain('ada@contoso.com');
});

test('users are named where they are asked for', async () => {
  expect(textOf(await report(fill(), { withUsers: true }))).toContain('ada@contoso.com');
});

test('of an order, only its own devices are told, however its number is written', async () => {
  const told = await report(fill(), { orderNumber: 'Po-7' });
  expect(told.devices).toBe(2);
  expect(textOf(told)).not.toContain('OTHER1');
  expect(
    await workshop.backend.dispatch('reports.ofDevices', { deviceIds: fill(), format: 'csv', orderNumber: 'none' }),
  ).toMatchObject({ error: { code: 'not-found' } });
});

test('all columns stand on the paper, users too', async () => {
  const { document } = await report(fill(), { format: 'pdf', withUsers: true });
  const { width, height, pixels } = await drawPdf(Buffer.from(document.base64, 'base64'), 842, 595);
  const inkAt = (x: number): boolean =>
    Array.from({ length: height }, (_, y) => pixels[y * width + x] ?? 255).some((shade) => shade < 200);
  const columns = Array.from({ length: width }, (_, x) => x).filter(inkAt);
  expect(columns[0]).toBeGreaterThan(30);
  expect(columns.at(-1)).toBeLessThan(842 - 30);
});

test('a report is paper and table on the command line', async () => {
  fill();
  const [pdf, csv] = [join(workshop.folder, 'report.pdf'), join(workshop.folder, 'report.csv')];
  const words = ['report', '--order', 'PO-7', '--data-dir', workshop.folder];
  const { stdout } = await runInProcess([...words, '--pdf', pdf, '--csv', csv]);
  expect(stdout).toContain('2 devices');
  expect(readPdf(readFileSync(pdf)).pages).toBe(1);
  expect(existsSync(csv)).toBe(true);
  expect((await runInProcess(words)).stderr).toContain('Say where to write the report');
});

test('photos of the devices stand in the PDF where they are asked for, and a broken one keeps no report back', async () => {
  const [good = '', bad = ''] = fill();
  const attach = async (deviceId: string, thumbnail: string | null): Promise<void> => {
    const name = 'red screen.jpg';
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(900, 7)]);
    const { id } = await ask(workshop.backend, 'attachments.add', {
      deviceId,
      name,
      sizeBytes: photo.length,
      thumbnail,
    });
    await ask(workshop.backend, 'attachments.append', { id, base64: photo.toString('base64') });
  };
  await attach(good, smallJpeg);
  await attach(bad, Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64'));
  await attach(bad, null);
  const pdf = async (more: object) =>
    Buffer.from((await report([good, bad], { format: 'pdf', ...more })).document.base64, 'base64').toString('latin1');
  expect(await pdf({})).not.toContain('/Subtype /Image');
  expect((await pdf({ withPhotos: true })).match(/\/Subtype \/Image/g)).toHaveLength(1);
});
