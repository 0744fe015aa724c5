import type { HashHandlers } from '../../../shared/api/contract/hashes.ts';
import { inspectHardwareHash } from '../../../shared/hashes/inspectHardwareHash.ts';
import { tellIssue } from '../../../shared/intake/tellIssue.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { firstHashOf } from './firstHashOf.ts';
import { sha256 } from './hashInspector.ts';

/** Looks at one hardware hash: a bare one, that of a CSV's first row, or that of an OA3 report. */
export function createHashesService({ ports: { clock } }: ServiceContext): HashHandlers {
  return {
    'hashes.inspect': ({ text, showHash }) => {
      const { state, characters, bytes, total, checksum, fields, records, issues, canonical } = inspectHardwareHash(
        firstHashOf(text),
        { sha256, now: clock.now() },
      );
      const answer = {
        state,
        characters,
        bytes,
        total,
        checksum,
        records: [...records],
        issues: issues.map(tellIssue),
      };
      return {
        ...answer,
        fields: { ...fields, macAddresses: [...fields.macAddresses] },
        ...(showHash && canonical !== null ? { hash: canonical } : {}),
      };
    },
  };
}
