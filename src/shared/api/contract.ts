import type { z } from 'zod';
import { appProcedures } from './contract/app.ts';
import { assignmentProcedures } from './contract/assignment.ts';
import { auditProcedures } from './contract/audit.ts';
import { backupsProcedures } from './contract/backups.ts';
import { benchProcedures } from './contract/bench.ts';
import { boardProcedures } from './contract/boards.ts';
import { checklistProcedures } from './contract/checklists.ts';
import { deviceProcedures } from './contract/devices.ts';
import { directoryProcedures } from './contract/directory.ts';
import { erasureProcedures } from './contract/erasure.ts';
import { espProcedures } from './contract/esp.ts';
import { exportProcedures } from './contract/exports.ts';
import { groupProcedures } from './contract/groups.ts';
import { hashProcedures } from './contract/hashes.ts';
import { identifierProcedures } from './contract/identifiers.ts';
import { intakeProcedures } from './contract/intake.ts';
import { jobProcedures } from './contract/jobs.ts';
import { labelProcedures } from './contract/labels.ts';
import { preparationProcedures } from './contract/preparation.ts';
import { profileProcedures } from './contract/profiles.ts';
import { registrationProcedures } from './contract/registration.ts';
import { removalProcedures } from './contract/removal.ts';
import { reportProcedures } from './contract/reports.ts';
import { retentionProcedures } from './contract/retention.ts';
import { scanProcedures } from './contract/scans.ts';
import { scenarioProcedures } from './contract/scenarios.ts';
import { shelfProcedures } from './contract/shelves.ts';
import { shiftProcedures } from './contract/shift.ts';
import { settingsProcedures } from './contract/settings.ts';
import { tenantProcedures } from './contract/tenants.ts';
import { trackingProcedures } from './contract/tracking.ts';
import { vaultProcedures } from './contract/vault.ts';
import type { HandlersOf } from './procedure.ts';

/** Written out: as an inferred type it is longer than the compiler writes down. */
export type Contract = typeof appProcedures &
  typeof assignmentProcedures &
  typeof auditProcedures &
  typeof backupsProcedures &
  typeof benchProcedures &
  typeof boardProcedures &
  typeof checklistProcedures &
  typeof deviceProcedures &
  typeof directoryProcedures &
  typeof erasureProcedures &
  typeof espProcedures &
  typeof exportProcedures &
  typeof groupProcedures &
  typeof hashProcedures &
  typeof identifierProcedures &
  typeof intakeProcedures &
  typeof jobProcedures &
  typeof labelProcedures &
  typeof preparationProcedures &
  typeof profileProcedures &
  typeof registrationProcedures &
  typeof removalProcedures &
  typeof reportProcedures &
  typeof retentionProcedures &
  typeof scanProcedures &
  typeof scenarioProcedures &
  typeof settingsProcedures &
  typeof shelfProcedures &
  typeof shiftProcedures &
  typeof tenantProcedures &
  typeof trackingProcedures &
  typeof vaultProcedures;

/** Everything the three doors can ask of the backend. The doors and the typed client are derived from it. */
export const contract: Contract = {
  ...appProcedures,
  ...assignmentProcedures,
  ...auditProcedures,
  ...backupsProcedures,
  ...benchProcedures,
  ...boardProcedures,
  ...checklistProcedures,
  ...deviceProcedures,
  ...directoryProcedures,
  ...erasureProcedures,
  ...espProcedures,
  ...exportProcedures,
  ...groupProcedures,
  ...hashProcedures,
  ...identifierProcedures,
  ...intakeProcedures,
  ...jobProcedures,
  ...labelProcedures,
  ...preparationProcedures,
  ...profileProcedures,
  ...registrationProcedures,
  ...removalProcedures,
  ...reportProcedures,
  ...retentionProcedures,
  ...scanProcedures,
  ...scenarioProcedures,
  ...settingsProcedures,
  ...shelfProcedures,
  ...shiftProcedures,
  ...tenantProcedures,
  ...trackingProcedures,
  ...vaultProcedures,
};

export type ProcedureName = keyof Contract;
/** What a caller sends: defaults may be left out. */
export type InputOf<Name extends ProcedureName> = z.input<Contract[Name]['input']>;
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInputOf<Name extends ProcedureName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends ProcedureName> = z.output<Contract[Name]['output']>;

/** A handler for every procedure there is. */
export type Handlers = HandlersOf<Contract>;
