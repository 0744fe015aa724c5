import type { z } from 'zod';
import type { appProcedures } from './contract/app.ts';
import type { assignmentProcedures } from './contract/assignment.ts';
import type { attachmentProcedures } from './contract/attachments.ts';
import type { auditProcedures } from './contract/audit.ts';
import type { backupsProcedures } from './contract/backups.ts';
import type { benchProcedures } from './contract/bench.ts';
import type { boardProcedures } from './contract/boards.ts';
import type { checklistProcedures } from './contract/checklists.ts';
import type { consentProcedures } from './contract/consent.ts';
import type { deviceProcedures } from './contract/devices.ts';
import type { directoryProcedures } from './contract/directory.ts';
import type { erasureProcedures } from './contract/erasure.ts';
import type { espProcedures } from './contract/esp.ts';
import type { exportProcedures } from './contract/exports.ts';
import type { groupProcedures } from './contract/groups.ts';
import type { handoverProcedures } from './contract/handover.ts';
import type { hashProcedures } from './contract/hashes.ts';
import type { identifierProcedures } from './contract/identifiers.ts';
import type { intakeProcedures } from './contract/intake.ts';
import type { jobProcedures } from './contract/jobs.ts';
import type { labelProcedures } from './contract/labels.ts';
import type { preflightProcedures } from './contract/preflight.ts';
import type { preparationProcedures } from './contract/preparation.ts';
import type { profileJsonProcedures } from './contract/profileJson.ts';
import type { profileProcedures } from './contract/profiles.ts';
import type { registrationProcedures } from './contract/registration.ts';
import type { removalProcedures } from './contract/removal.ts';
import type { reportProcedures } from './contract/reports.ts';
import type { retentionProcedures } from './contract/retention.ts';
import type { scanProcedures } from './contract/scans.ts';
import type { scenarioProcedures } from './contract/scenarios.ts';
import type { shelfProcedures } from './contract/shelves.ts';
import type { shiftProcedures } from './contract/shift.ts';
import type { settingsProcedures } from './contract/settings.ts';
import type { tenantProcedures } from './contract/tenants.ts';
import type { trackingProcedures } from './contract/tracking.ts';
import type { vaultProcedures } from './contract/vault.ts';
import type { AnyProcedure, HandlersOf } from './procedure.ts';

/** Written out: as an inferred type it is longer than the compiler writes down. */
export type Contract = typeof appProcedures &
  typeof assignmentProcedures &
  typeof attachmentProcedures &
  typeof auditProcedures &
  typeof backupsProcedures &
  typeof benchProcedures &
  typeof boardProcedures &
  typeof checklistProcedures &
  typeof consentProcedures &
  typeof deviceProcedures &
  typeof directoryProcedures &
  typeof erasureProcedures &
  typeof espProcedures &
  typeof exportProcedures &
  typeof groupProcedures &
  typeof handoverProcedures &
  typeof hashProcedures &
  typeof identifierProcedures &
  typeof intakeProcedures &
  typeof jobProcedures &
  typeof labelProcedures &
  typeof preflightProcedures &
  typeof preparationProcedures &
  typeof profileJsonProcedures &
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

/**
 * Everything the three doors can ask of the backend, by capability. Each is loaded when something of it is first asked: the schemas
 * of all take longer to make than a command does. The doors and the typed client are derived from it.
 */
export const contractParts = {
  app: async () => (await import('./contract/app.ts')).appProcedures,
  assignment: async () => (await import('./contract/assignment.ts')).assignmentProcedures,
  attachments: async () => (await import('./contract/attachments.ts')).attachmentProcedures,
  audit: async () => (await import('./contract/audit.ts')).auditProcedures,
  backups: async () => (await import('./contract/backups.ts')).backupsProcedures,
  bench: async () => (await import('./contract/bench.ts')).benchProcedures,
  boards: async () => (await import('./contract/boards.ts')).boardProcedures,
  checklists: async () => (await import('./contract/checklists.ts')).checklistProcedures,
  consent: async () => (await import('./contract/consent.ts')).consentProcedures,
  devices: async () => (await import('./contract/devices.ts')).deviceProcedures,
  directory: async () => (await import('./contract/directory.ts')).directoryProcedures,
  erasure: async () => (await import('./contract/erasure.ts')).erasureProcedures,
  esp: async () => (await import('./contract/esp.ts')).espProcedures,
  exports: async () => (await import('./contract/exports.ts')).exportProcedures,
  groups: async () => (await import('./contract/groups.ts')).groupProcedures,
  handover: async () => (await import('./contract/handover.ts')).handoverProcedures,
  hashes: async () => (await import('./contract/hashes.ts')).hashProcedures,
  identifiers: async () => (await import('./contract/identifiers.ts')).identifierProcedures,
  intake: async () => (await import('./contract/intake.ts')).intakeProcedures,
  jobs: async () => (await import('./contract/jobs.ts')).jobProcedures,
  labels: async () => (await import('./contract/labels.ts')).labelProcedures,
  preflight: async () => (await import('./contract/preflight.ts')).preflightProcedures,
  preparation: async () => (await import('./contract/preparation.ts')).preparationProcedures,
  profileJson: async () => (await import('./contract/profileJson.ts')).profileJsonProcedures,
  profiles: async () => (await import('./contract/profiles.ts')).profileProcedures,
  registration: async () => (await import('./contract/registration.ts')).registrationProcedures,
  removal: async () => (await import('./contract/removal.ts')).removalProcedures,
  reports: async () => (await import('./contract/reports.ts')).reportProcedures,
  retention: async () => (await import('./contract/retention.ts')).retentionProcedures,
  scans: async () => (await import('./contract/scans.ts')).scanProcedures,
  scenarios: async () => (await import('./contract/scenarios.ts')).scenarioProcedures,
  settings: async () => (await import('./contract/settings.ts')).settingsProcedures,
  shift: async () => (await import('./contract/shift.ts')).shiftProcedures,
  shelves: async () => (await import('./contract/shelves.ts')).shelfProcedures,
  tenants: async () => (await import('./contract/tenants.ts')).tenantProcedures,
  tracking: async () => (await import('./contract/tracking.ts')).trackingProcedures,
  vault: async () => (await import('./contract/vault.ts')).vaultProcedures,
} satisfies Readonly<Record<string, () => Promise<Readonly<Record<string, AnyProcedure>>>>>;

export type ProcedureName = keyof Contract;
/** What a caller sends: defaults may be left out. */
export type InputOf<Name extends ProcedureName> = z.input<Contract[Name]['input']>;
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInputOf<Name extends ProcedureName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends ProcedureName> = z.output<Contract[Name]['output']>;

/** The name of a capability, which is what the names of its procedures begin with. */
export type Noun = keyof typeof contractParts;
type Part<Of extends Noun> = Awaited<ReturnType<(typeof contractParts)[Of]>>;

/** For each capability, how the handlers of all its procedures are made. */
export type HandlerMakers = { readonly [Of in Noun]: () => Promise<HandlersOf<Part<Of>>> };

export function isNoun(text: string): text is Noun {
  return Object.hasOwn(contractParts, text);
}
