import type { Handlers } from '../../shared/api/contract.ts';
import { createAppService } from './app/appService.ts';
import { createAssignmentService, createAssignmentSteps } from './assignment/assignmentService.ts';
import { createAuditService } from './audit/auditService.ts';
import { createBackupsService, type BackupsService } from './backups/backupsService.ts';
import { createBenchService } from './bench/benchService.ts';
import { createExpiryWatch } from './bench/expiry.ts';
import { createBoardsService } from './boards/boardsService.ts';
import { createChecklistsService } from './checklists/checklistsService.ts';
import { createDevicesService } from './devices/devicesService.ts';
import { createSearchIndexing } from './devices/searchIndexing.ts';
import { createDirectoryService } from './directory/directoryService.ts';
import { createErasureService } from './erasure/erasureService.ts';
import { createEspService } from './esp/espService.ts';
import { createExportsService } from './exports/exportsService.ts';
import { createGroupsService } from './groups/groupsService.ts';
import { createHashesService } from './hashes/hashesService.ts';
import { createIdentifiersService, createIdentifierSteps } from './identifiers/identifiersService.ts';
import { createIntakeService } from './intake/intakeService.ts';
import { createJobsService } from './jobs/jobsService.ts';
import { createLabelsService } from './labels/labelsService.ts';
import { createPreparationService } from './preparation/preparationService.ts';
import { createProfilesService } from './profiles/profilesService.ts';
import { createRegistrationService, createRegistrationSteps } from './registration/registrationService.ts';
import { createRegistrationSteering } from './registration/registrationSteering.ts';
import { createRemovalByAge } from './retention/removalByAge.ts';
import { createReportsService } from './reports/reportsService.ts';
import { createRetentionService } from './retention/retentionService.ts';
import { createRemovalSteering, intuneRecordSteering } from './removal/removalSteering.ts';
import { createRemovalService, createRemovalSteps } from './removal/removalService.ts';
import { createScenariosService } from './scenarios/scenariosService.ts';
import { createScansService } from './scans/scansService.ts';
import type { ServiceContext } from './serviceContext.ts';
import { createShelvesService } from './shelves/shelvesService.ts';
import { createShiftService } from './shift/shiftService.ts';
import { createSettingsService } from './settings/settingsService.ts';
import { createSignIns } from './tenants/signIns.ts';
import { createTenantsService } from './tenants/tenantsService.ts';
import { createTracker } from './tracking/tracker.ts';
import { createVaultService } from './vault/vaultService.ts';
import { createTrackingService, createTrackingSteps } from './tracking/trackingService.ts';

interface Services {
  readonly handlers: Handlers;
  /** Sends, follows, keeps an eye on the six months, keeps up the search and looks after the file from now on. */
  readonly start: () => void;
  readonly upkeep: Pick<BackupsService, 'used' | 'suspect'>;
  /** Gives up what runs, and waits for it. */
  readonly close: () => Promise<void>;
}

/**
 * Every capability, wired. To add one: a contract file, a folder here with its service, its handlers in the list below, and
 * the steps of its jobs, where it has any, in `outbox.handle`.
 */
export function createServices(context: ServiceContext): Services {
  const { audit, outbox, ports } = context;
  const intake = createIntakeService(context);
  const signIns = createSignIns(context);
  const tracker = createTracker(context);
  const expiry = createExpiryWatch(context);
  const searchIndexing = createSearchIndexing(context);
  const removalByAge = createRemovalByAge(context);
  const backups = createBackupsService(context, removalByAge);
  const bench = createBenchService(context);
  const settings = createSettingsService(context);
  outbox.handle(
    ...createRegistrationSteps(context),
    ...createAssignmentSteps(context),
    ...createRemovalSteps(context),
    ...createTrackingSteps(context),
    ...createIdentifierSteps(context),
  );

  return {
    handlers: {
      ...createAppService(context),
      ...createAssignmentService(context),
      ...createAuditService(context),
      ...backups.handlers,
      ...bench,
      ...createBoardsService(context),
      ...createChecklistsService(context),
      ...createDevicesService(context),
      ...createDirectoryService(context),
      ...createErasureService(context),
      ...createEspService(context),
      ...createExportsService(context),
      ...createGroupsService(context),
      ...createHashesService(context),
      ...createIdentifiersService(context),
      ...intake.handlers,
      ...createJobsService(context, [
        createRegistrationSteering(context),
        createRemovalSteering(context),
        intuneRecordSteering,
      ]),
      ...createLabelsService(context),
      ...createPreparationService(context),
      ...createProfilesService(context),
      ...createRegistrationService(context),
      ...createRemovalService(context),
      ...createReportsService(context),
      ...createRetentionService(removalByAge),
      ...createScansService(context, { ...bench, ...settings }),
      ...createScenariosService(context),
      ...settings,
      ...createShelvesService(context),
      ...createShiftService(context),
      ...createTenantsService(context, signIns, intake.handlers),
      ...createTrackingService(context),
      ...createVaultService(context),
    },
    start() {
      // Kept where the queue is not: an end that is cut off later shows by it.
      ports.log.info('audit.head', { head: audit.printedHead() });
      outbox.start();
      tracker.start();
      expiry.start();
      searchIndexing.start();
      // A command that sends what waits is not to wait for a check of the file.
      if (context.ports.door !== 'cli') backups.start();
    },
    upkeep: backups,
    async close() {
      await intake.close();
      await Promise.all([outbox.close(), tracker.close()]);
      await Promise.all([expiry.close(), searchIndexing.close(), backups.close()]);
      await signIns.stopAll();
    },
  };
}
