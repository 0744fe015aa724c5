import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';

/** A label printer on this computer that takes everything. */
export interface LabelPrinter {
  readonly host: string;
  readonly port: number;
  /** What it was sent so far, as text. */
  readonly taken: () => string;
  readonly end: () => void;
}

/** Switches one on. */
export async function startLabelPrinter(): Promise<LabelPrinter> {
  const pieces: Buffer[] = [];
  const server = createServer({ allowHalfOpen: true }, (line) => {
    line.on('data', (piece) => pieces.push(piece));
    line.on('error', () => undefined);
    line.on('end', () => line.end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    host: '127.0.0.1',
    port,
    taken: () => Buffer.concat(pieces).toString('utf8'),
    end: () => void server.close(),
  };
}
