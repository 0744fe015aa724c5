import type { HandlerMakers } from '../../shared/api/contract.ts';
import { createBackupsService, type BackupsService } from './backups/backupsService.ts';
import { runHourly } from './hourly.ts';
import { onDemand } from './onDemand.ts';
import type { ServiceContext } from './serviceContext.ts';
import { createSignIns } from './tenants/signIns.ts';

interface Services {
  readonly handlers: HandlerMakers;
  /** Works by itself from now on: see `startBackground`. */
  readonly start: () => void;
  readonly upkeep: Pick<BackupsService, 'used' | 'suspect'>;
  /** Gives up what runs, and waits for it. */
  readonly close: () => Promise<void>;
}

/**
 * Every capability, loaded and wired when it is first asked, since a command asks two or three. To add one: a contract file, a
 * folder here with its service, its handlers in the list below, and the steps of its jobs, where it has any, in `kindsOfJobs.ts`.
 */
export function createServices(context: ServiceContext): Services {
  const { ports } = context;
  const signIns = createSignIns(context);
  // At each start, also of a command that ends at once: a lab may use no other.
  runHourly(context);
  const backups = createBackupsService(context);
  const bench = onDemand(async () => (await import('./bench/benchService.ts')).createBenchService(context));
  const settings = onDemand(async () => (await import('./settings/settingsService.ts')).createSettingsService(context));
  const intake = onDemand(async () => (await import('./intake/intakeService.ts')).createIntakeService(context));
  const kindsOfJobs = onDemand(async () => {
    const kinds = (await import('./kindsOfJobs.ts')).createKindsOfJobs(context);
    context.outbox.handle(...kinds.steps);
    return kinds;
  });
  const background = onDemand(async () => {
    const [{ startBackground }] = await Promise.all([import('./background.ts'), kindsOfJobs.get()]);
    return startBackground(context, backups);
  });

  return {
    handlers: {
      app: async () => (await import('./app/appService.ts')).createAppService(context),
      attachments: async () => (await import('./attachments/attachmentsService.ts')).createAttachmentsService(context),
      assignment: async () => (await import('./assignment/assignmentService.ts')).createAssignmentService(context),
      audit: async () => (await import('./audit/auditService.ts')).createAuditService(context),
      backups: () => Promise.resolve(backups.handlers),
      bench: bench.get,
      boards: async () => (await import('./boards/boardsService.ts')).createBoardsService(context),
      consent: async () => (await import('./consent/consentService.ts')).createConsentService(context),
      checklists: async () => (await import('./checklists/checklistsService.ts')).createChecklistsService(context),
      devices: async () => (await import('./devices/devicesService.ts')).createDevicesService(context),
      directory: async () => (await import('./directory/directoryService.ts')).createDirectoryService(context),
      erasure: async () => (await import('./erasure/erasureService.ts')).createErasureService(context),
      esp: async () => (await import('./esp/espService.ts')).createEspService(context),
      exports: async () => (await import('./exports/exportsService.ts')).createExportsService(context),
      groups: async () => (await import('./groups/groupsService.ts')).createGroupsService(context),
      handover: async () => (await import('./handover/handoverService.ts')).createHandoverService(context),
      hashes: async () => (await import('./hashes/hashesService.ts')).createHashesService(context),
      identifiers: async () => (await import('./identifiers/identifiersService.ts')).createIdentifiersService(context),
      intake: async () => (await intake.get()).handlers,
      jobs: async () => {
        const [{ createJobsService }, kinds] = await Promise.all([import('./jobs/jobsService.ts'), kindsOfJobs.get()]);
        return createJobsService(context, kinds.steerings);
      },
      labels: async () => (await import('./labels/labelsService.ts')).createLabelsService(context),
      preflight: async () => (await import('./preflight/preflightService.ts')).createPreflightService(context),
      preparation: async () => (await import('./preparation/preparationService.ts')).createPreparationService(context),
      profileJson: async () => (await import('./profileJson/profileJsonService.ts')).createProfileJsonService(context),
      profiles: async () => (await import('./profiles/profilesService.ts')).createProfilesService(context),
      registration: async () =>
        (await import('./registration/registrationService.ts')).createRegistrationService(context),
      removal: async () => (await import('./removal/removalService.ts')).createRemovalService(context),
      reports: async () => (await import('./reports/reportsService.ts')).createReportsService(context),
      retention: async () => (await import('./retention/retentionService.ts')).createRetentionService(context),
      scans: async () => {
        const { createScansService } = await import('./scans/scansService.ts');
        return createScansService(context, { ...(await bench.get()), ...(await settings.get()) });
      },
      scenarios: async () => (await import('./scenarios/scenariosService.ts')).createScenariosService(context),
      settings: settings.get,
      shelves: async () => (await import('./shelves/shelvesService.ts')).createShelvesService(context),
      shift: async () => (await import('./shift/shiftService.ts')).createShiftService(context),
      tenants: async () => {
        const { createTenantsService } = await import('./tenants/tenantsService.ts');
        return createTenantsService(context, signIns, async () => (await intake.get()).handlers);
      },
      tracking: async () => (await import('./tracking/trackingService.ts')).createTrackingService(context),
      vault: async () => (await import('./vault/vaultService.ts')).createVaultService(context),
    },
    start() {
      // Kept where the queue is not: an end that is cut off later shows by it.
      ports.log.info('audit.head', { head: context.audit.printedHead() });
      background.get().catch((error: unknown) => ports.log.error('background.notStarted', { reason: String(error) }));
    },
    upkeep: backups,
    async close() {
      await (await intake.begun())?.close();
      await (
        await background.begun()
      )?.();
      await backups.close();
      await signIns.stopAll();
    },
  };
}
