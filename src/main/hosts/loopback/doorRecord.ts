import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const KEY_BYTES = 32;
const doorRecord = z.object({ port: z.number().int().min(0).max(65_535), handoverKey: z.base64() });

/** What the browser door of a data folder keeps for its next start, so that an open page finds it again. */
export interface DoorRecord {
  /** 0 when there was none yet. */
  readonly port: number;
  readonly handoverKey: Buffer;
}

const fileIn = (dataFolder: string): string => join(dataFolder, 'door.json');

/** The record of the last start; a new one where there is none, or half of one. */
export function readDoorRecord(dataFolder: string): DoorRecord {
  try {
    const { port, handoverKey } = doorRecord.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
    const key = Buffer.from(handoverKey, 'base64');
    if (key.length === KEY_BYTES) return { port, handoverKey: key };
  } catch {
    // The pages of before have to be opened by the new address: nothing else is lost.
  }
  return { port: 0, handoverKey: randomBytes(KEY_BYTES) };
}

/** Keeps the record, readable by this account alone, for the key in it. */
export function keepDoorRecord(dataFolder: string, { port, handoverKey }: DoorRecord): void {
  const draft = `${fileIn(dataFolder)}.${process.pid}`;
  const record = { port, handoverKey: handoverKey.toString('base64') };
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
  renameSync(draft, fileIn(dataFolder));
}
