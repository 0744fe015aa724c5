import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sendToPrinter } from '../../../src/main/services/labels/sendToPrinter.ts';
import { AppError } from '../../../src/shared/outcome/appError.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

interface Printer {
  readonly address: { readonly host: string; readonly port: number };
  /** What it was sent so far. */
  readonly taken: () => string;
  readonly end: () => void;
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A printer that takes labels, and does as it is told with each line that is opened to it. */
async function startPrinter(does: (line: Socket) => void): Promise<Printer> {
  const lines = new Set<Socket>();
  const pieces: Buffer[] = [];
  const server = createServer({ allowHalfOpen: true }, (line) => {
    lines.add(line);
    line.on('data', (piece) => pieces.push(piece));
    line.on('error', () => undefined);
    does(line);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const end = () => {
    for (const line of lines) line.destroy();
    server.close();
  };
  ends.push(end);
  return { address: { host: '127.0.0.1', port }, taken: () => Buffer.concat(pieces).toString('utf8'), end };
}

const closesAfterwards = (line: Socket): void => {
  line.on('end', () => line.end());
};
const patience = { idleMs: 200, graceMs: 100 };
const label = Buffer.from('^XA^FDTEST^FS^XZ');
/** More than the buffers of a line hold. */
const manyLabels = Buffer.alloc(64 * 1024 * 1024, label);

describe('a label printer', () => {
  test('that takes everything and closes has it all', async () => {
    const printer = await startPrinter(closesAfterwards);
    await sendToPrinter(printer.address, label, patience);
    expect(printer.taken()).toBe(label.toString());
  });

  test('that takes everything and never closes has it all too', async () => {
    const printer = await startPrinter(() => undefined);
    await sendToPrinter(printer.address, label, patience);
    await expect.poll(printer.taken).toBe(label.toString());
  });

  test('that talks while it prints has it all', async () => {
    const printer = await startPrinter((line) => {
      line.write('status');
      closesAfterwards(line);
    });
    await sendToPrinter(printer.address, label, patience);
    expect(printer.taken()).toBe(label.toString());
  });

  test('that is not there is named, with what to look at', async () => {
    const printer = await startPrinter(() => undefined);
    printer.end();
    const refusal = await sendToPrinter(printer.address, label, patience).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'offline',
      message: `The label printer at 127.0.0.1:${printer.address.port} does not answer.`,
    });
  });

  test.each([
    ['hangs up in the middle', (line: Socket) => line.once('data', () => line.destroy())],
    ['stops taking in the middle', (line: Socket) => line.pause()],
  ])('that %s may have printed a part', async (_, does) => {
    const printer = await startPrinter(does);
    const refusal = await sendToPrinter(printer.address, manyLabels, patience).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: 'conflict' });
  });
});

describe('printing', () => {
  let workshop: OfflineQueue;
  beforeEach(() => {
    workshop = offlineQueue();
  });
  afterEach(() => workshop.close());

  test('goes to the address of the settings, and leaves a row in the audit log', async () => {
    const printer = await startPrinter(closesAfterwards);
    const { host: printerHost, port: printerPort } = printer.address;
    await ask(workshop.backend, 'settings.write', { printerHost, printerPort });
    const id = workshop.addDevice({ serialNumber: '5CG1234567', model: 'EliteBook' });
    const printed = await ask(workshop.backend, 'labels.print', { deviceIds: [id] });
    expect(printed).toMatchObject({ printer: `${printerHost}:${printerPort}`, labels: 1 });
    expect(printer.taken()).toContain('5CG1234567');
    const { entries } = await ask(workshop.backend, 'audit.list', {});
    expect(entries.map(({ sentence }) => sentence)).toContain(
      `Sent 1 label to the printer at ${printerHost}:${printerPort}.`,
    );
  });

  test('is refused where no printer is set, or what is set is no address', async () => {
    const id = workshop.addDevice({ serialNumber: '5CG1234567' });
    await expect(ask(workshop.backend, 'labels.print', { deviceIds: [id] })).rejects.toThrow(
      'No label printer is set.',
    );
    await expect(ask(workshop.backend, 'settings.write', { printerHost: 'http://printer' })).rejects.toThrow(
      'This is not the address of a printer.',
    );
  });
});
