import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/outcome/appError.ts';
import { addMigrationFunctions } from './migrationFunctions.ts';
import { isRecorded, recordSteps, refuseOtherFormat } from './migrationRecords.ts';
import type { Migration } from './migrations/migration.ts';
import { queue } from './migrations/0001-queue.ts';
import { bench } from './migrations/0002-bench.ts';
import { outbox } from './migrations/0003-outbox.ts';
import { deployment } from './migrations/0004-deployment.ts';
import { batches } from './migrations/0005-batches.ts';
import { keptPreviews } from './migrations/0006-kept-previews.ts';
import { tracking } from './migrations/0007-tracking.ts';
import { removal } from './migrations/0008-removal.ts';
import { listedDevices } from './migrations/0009-listed-devices.ts';
import { failedWishes } from './migrations/0010-failed-wishes.ts';
import { corrections } from './migrations/0011-corrections.ts';
import { purchaseOrder } from './migrations/0012-purchase-order.ts';
import { codes } from './migrations/0013-codes.ts';
import { registeredSerialNumber } from './migrations/0014-registered-serial-number.ts';
import { unknownStarts } from './migrations/0015-unknown-starts.ts';
import { purchaseOrderInFile } from './migrations/0016-purchase-order-in-file.ts';
import { scenarios } from './migrations/0017-scenarios.ts';
import { adoption } from './migrations/0018-adoption.ts';
import { scenarioRules } from './migrations/0019-scenario-rules.ts';
import { heldValues } from './migrations/0020-held-values.ts';
import { comingIn } from './migrations/0021-coming-in.ts';
import { donorMarks } from './migrations/0022-donor-marks.ts';
import { intuneRecord } from './migrations/0023-intune-record.ts';
import { lists } from './migrations/0024-lists.ts';
import { profiles } from './migrations/0025-profiles.ts';
import { association } from './migrations/0026-association.ts';
import { tenantRows } from './migrations/0027-tenant-rows.ts';
import { esp } from './migrations/0028-esp.ts';
import { removals } from './migrations/0029-removals.ts';
import { secrets } from './migrations/0030-secrets.ts';
import { auditChain } from './migrations/0031-audit-chain.ts';
import { queueIdentity } from './migrations/0032-queue-identity.ts';
import { shelves } from './migrations/0033-shelves.ts';
import { enteredValues } from './migrations/0034-entered-values.ts';
import { lanes } from './migrations/0035-lanes.ts';
import { shift } from './migrations/0036-shift.ts';
import { queueFilters } from './migrations/0037-queue-filters.ts';
import { attachments } from './migrations/0038-attachments.ts';
import { shiftNotes } from './migrations/0039-shift-notes.ts';
import { statusFilters } from './migrations/0040-status-filters.ts';
import { checklistOptions } from './migrations/0041-checklist-options.ts';
import { consent } from './migrations/0043-consent.ts';
import { ownChecklists } from './migrations/0042-own-checklists.ts';

export const migrations: readonly Migration[] = [
  queue,
  bench,
  outbox,
  deployment,
  batches,
  keptPreviews,
  tracking,
  removal,
  listedDevices,
  failedWishes,
  corrections,
  purchaseOrder,
  codes,
  registeredSerialNumber,
  unknownStarts,
  purchaseOrderInFile,
  scenarios,
  adoption,
  scenarioRules,
  heldValues,
  comingIn,
  donorMarks,
  intuneRecord,
  lists,
  profiles,
  association,
  tenantRows,
  esp,
  removals,
  secrets,
  auditChain,
  queueIdentity,
  shelves,
  enteredValues,
  lanes,
  shift,
  queueFilters,
  attachments,
  shiftNotes,
  statusFilters,
  checklistOptions,
  ownChecklists,
  consent,
];

/** The database was written by a newer Reseal: it is left alone, in words. */
export class DatabaseFromFutureError extends AppError {
  constructor(found: number, known: number) {
    super('database', `This queue was written by a newer Reseal (format ${found}; this one knows ${known}).`, {
      remedy: 'Update Reseal on this computer, or choose another data folder.',
    });
    this.name = 'DatabaseFromFutureError';
  }
}

/**
 * Brings a database up to date, all or nothing, and records the steps that made it; copies it with `backUp` first when it
 * holds anything.
 * @throws DatabaseFromFutureError when the file is newer than this program
 * @throws AppError `database` when steps that were edited since made it
 */
export function migrate(
  database: Database,
  backUp: (fromVersion: number) => void,
  steps: readonly Migration[] = migrations,
): void {
  addMigrationFunctions(database);
  const known = steps.at(-1)?.version ?? 0;
  // One look at all of it: another process may be migrating.
  const { found, isDone } = database.transaction(() => {
    const version = refuseUnknownFormat(database, steps);
    return { found: version, isDone: version === known && isRecorded(database) };
  })();
  if (isDone) return;
  if (found > 0 && found < known) backUp(found);
  database
    .transaction(() => {
      // Another process may have migrated while this one waited for the lock.
      const current = versionOf(database);
      for (const step of steps.filter(({ version }) => version > current)) {
        database.exec(step.up);
        database.pragma(`user_version = ${step.version}`);
      }
      recordSteps(database, steps);
    })
    .exclusive();
}

/**
 * The format of a database that these steps made.
 * @throws DatabaseFromFutureError when the file is newer than this program
 * @throws AppError `database` when other steps made it
 */
export function refuseUnknownFormat(database: Database, steps: readonly Migration[] = migrations): number {
  const known = steps.at(-1)?.version ?? 0;
  const version = versionOf(database);
  if (version > known) throw new DatabaseFromFutureError(version, known);
  refuseOtherFormat(
    database,
    steps.filter((step) => step.version <= version),
  );
  return version;
}

function versionOf(database: Database): number {
  const version: unknown = database.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}
