import { randomBytes } from 'node:crypto';
import type { DatabaseKey } from '../../src/main/store/sqlite.ts';

/** A key of its own for each test; no secret is behind it. */
export const databaseKey = (): DatabaseKey => ({ cipher: 'aegis', bytes: randomBytes(32), id: 'of a test' });
