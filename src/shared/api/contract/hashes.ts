import { z } from 'zod';
import { issue } from '../../intake/issue.ts';
import { query, type HandlersOf } from '../procedure.ts';

const text = z.string().nullable();

export const hashProcedures = {
  /** Decodes and checks one hardware hash; `showHash` returns the canonical form as well. */
  'hashes.inspect': query(
    z.object({ text: z.string().max(20_000_000), showHash: z.boolean().default(false) }),
    z.object({
      state: z.enum(['valid', 'suspect', 'invalid']),
      characters: z.number().int(),
      bytes: z.number().int(),
      total: z.number().int().nullable(),
      checksum: z.enum(['ok', 'mismatch', 'missing']),
      fields: z.object({
        manufacturer: text,
        productName: text,
        serialNumber: text,
        skuNumber: text,
        systemFamily: text,
        smbiosUuid: text,
        productKeyId: text,
        tpmVersion: text,
        tpmEndorsementKeySha256: text,
        macAddresses: z.array(z.object({ medium: z.string(), address: z.string(), bus: z.string() })),
        diskSerialNumber: text,
        collectedAt: text,
        osBuild: text,
        osType: text,
      }),
      records: z.array(
        z.object({ type: z.number().int(), offset: z.number().int(), length: z.number().int(), name: z.string() }),
      ),
      issues: z.array(issue),
      hash: z.string().optional(),
    }),
  ),
};

export type HashHandlers = HandlersOf<typeof hashProcedures>;
