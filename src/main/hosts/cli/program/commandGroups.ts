import type { Command } from 'commander';
import type { CommandParts } from './commandParts.ts';

type AddCommands = (program: Command, parts: CommandParts) => void;

/**
 * The commands in the order in which help lists them: the words of each group, and what loads it. The words of a command, and what it
 * does, stand in the folder of its capability: to add one, write its `…Command.ts` there and add it here. A command loads no other's.
 */
const groups: readonly { readonly words: string; readonly load: () => Promise<AddCommands> }[] = [
  {
    words: 'import inspect',
    load: async () => {
      const { addIntakeCommands } = await import('../intake/intakeCommands.ts');
      return (program, { run }) => addIntakeCommands(program, run);
    },
  },
  {
    words: 'hash',
    load: async () => {
      const { addHashCommand } = await import('../hashes/hashCommand.ts');
      return (program, { run }) => addHashCommand(program, run);
    },
  },
  {
    words: 'scan',
    load: async () => {
      const { addScanCommand } = await import('../scans/scanCommand.ts');
      return (program, { run }) => addScanCommand(program, run);
    },
  },
  {
    words: 'explain',
    load: async () => {
      const { addExplainCommand } = await import('../knowledge/explainCommand.ts');
      return (program, { world, finish }) => addExplainCommand(program, world, finish);
    },
  },
  {
    words: 'diagnose',
    load: async () => {
      const { addDiagnoseCommand } = await import('../diagnostics/diagnoseCommand.ts');
      return addDiagnoseCommand;
    },
  },
  {
    words: 'list views show adopt add',
    load: async () => {
      const { addDeviceCommands } = await import('../devices/deviceCommands.ts');
      return (program, { run }) => addDeviceCommands(program, run);
    },
  },
  {
    words: 'export',
    load: async () => {
      const { addExportCommands } = await import('../exports/exportCommands.ts');
      return (program, { run }) => addExportCommands(program, run);
    },
  },
  {
    words: 'report',
    load: async () => {
      const { addReportCommand } = await import('../reports/reportCommand.ts');
      return (program, { run }) => addReportCommand(program, run);
    },
  },
  {
    words: 'handover',
    load: async () => {
      const { addHandoverCommand } = await import('../handover/handoverCommand.ts');
      return (program, { run }) => addHandoverCommand(program, run);
    },
  },
  {
    words: 'register unblock',
    load: async () => {
      const { addRegistrationCommands } = await import('../registration/registrationCommands.ts');
      return (program, { run }) => addRegistrationCommands(program, run);
    },
  },
  {
    words: 'deregister removal-record delete-intune-record',
    load: async () => {
      const { addRemovalCommands } = await import('../removal/removalCommands.ts');
      return (program, { run }) => addRemovalCommands(program, run);
    },
  },
  {
    words: 'refresh sync',
    load: async () => {
      const { addTrackingCommands } = await import('../tracking/trackingCommands.ts');
      return (program, { run }) => addTrackingCommands(program, run);
    },
  },
  {
    words: 'groups',
    load: async () => {
      const { addGroupCommands } = await import('../groups/groupCommands.ts');
      return (program, { run }) => addGroupCommands(program, run);
    },
  },
  {
    words: 'profiles',
    load: async () => {
      const { addProfilesCommand } = await import('../profiles/profilesCommand.ts');
      return (program, { run }) => addProfilesCommand(program, run);
    },
  },
  {
    words: 'profile-json',
    load: async () => {
      const { addProfileJsonCommands } = await import('../profileJson/profileJsonCommands.ts');
      return addProfileJsonCommands;
    },
  },
  {
    words: 'esp',
    load: async () => {
      const { addEspCommand } = await import('../esp/espCommand.ts');
      return (program, { run }) => addEspCommand(program, run);
    },
  },
  {
    words: 'preflight',
    load: async () => {
      const { addPreflightCommands } = await import('../preflight/preflightCommands.ts');
      return (program, { run }) => addPreflightCommands(program, run);
    },
  },
  {
    words: 'preparation',
    load: async () => {
      const { addPreparationCommands } = await import('../preparation/preparationCommands.ts');
      return (program, { run }) => addPreparationCommands(program, run);
    },
  },
  {
    words: 'identifiers devicelink',
    load: async () => {
      const { addIdentifierCommands } = await import('../identifiers/identifierCommands.ts');
      return (program, { run }) => addIdentifierCommands(program, run);
    },
  },
  {
    words: 'assign unassign tag rename apply changes',
    load: async () => {
      const { addAssignmentCommands } = await import('../assignment/assignmentCommands.ts');
      return (program, { run }) => addAssignmentCommands(program, run);
    },
  },
  {
    words: 'scenario',
    load: async () => {
      const { addScenarioCommand } = await import('../scenarios/scenarioCommand.ts');
      return (program, { run }) => addScenarioCommand(program, run);
    },
  },
  {
    words: 'jobs status',
    load: async () => {
      const { addJobCommands } = await import('../jobs/jobCommands.ts');
      return (program, { run }) => addJobCommands(program, run);
    },
  },
  {
    words: 'tenant',
    load: async () => {
      const { addTenantCommands } = await import('../tenants/tenantCommands.ts');
      return (program, { run }) => addTenantCommands(program, run);
    },
  },
  {
    words: 'lane',
    load: async () => {
      const { addLaneCommands } = await import('../tenants/laneCommands.ts');
      return (program, { run }) => addLaneCommands(program, run);
    },
  },
  {
    words: 'bench',
    load: async () => {
      const { addBenchCommand } = await import('../bench/benchCommand.ts');
      return (program, { run }) => addBenchCommand(program, run);
    },
  },
  {
    words: 'confirm',
    load: async () => {
      const { addConfirmCommand } = await import('../bench/confirmCommand.ts');
      return (program, { run }) => addConfirmCommand(program, run);
    },
  },
  {
    words: 'shelf',
    load: async () => {
      const { addShelfCommands } = await import('../shelves/shelfCommands.ts');
      return (program, { run }) => addShelfCommands(program, run);
    },
  },
  {
    words: 'shift',
    load: async () => {
      const { addShiftCommand } = await import('../shift/shiftCommand.ts');
      return (program, { run, world }) => addShiftCommand(program, run, world);
    },
  },
  {
    words: 'board',
    load: async () => {
      const { addBoardCommands } = await import('../boards/boardCommands.ts');
      return (program, { run }) => addBoardCommands(program, run);
    },
  },
  {
    words: 'checklist checklists',
    load: async () => {
      const { addChecklistCommand } = await import('../checklists/checklistCommand.ts');
      return (program, { run }) => addChecklistCommand(program, run);
    },
  },
  {
    words: 'consent',
    load: async () => {
      const { addConsentCommand } = await import('../consent/consentCommand.ts');
      return (program, { run }) => addConsentCommand(program, run);
    },
  },
  {
    words: 'label labels',
    load: async () => {
      const { addLabelsCommand } = await import('../labels/labelsCommand.ts');
      return (program, { run }) => addLabelsCommand(program, run);
    },
  },
  {
    words: 'attachment',
    load: async () => {
      const { addAttachmentCommands } = await import('../attachments/attachmentCommands.ts');
      return (program, { run }) => addAttachmentCommands(program, run);
    },
  },
  {
    words: 'key',
    load: async () => {
      const { addKeyCommands } = await import('../vault/keyCommands.ts');
      return (program, { finish, run, world }) => addKeyCommands(program, world, run, finish);
    },
  },
  {
    words: 'queue',
    load: async () => {
      const { addQueueCommand } = await import('../vault/queueCommand.ts');
      return (program, { world }) => addQueueCommand(program, world);
    },
  },
  {
    words: 'backup restore',
    load: async () => {
      const { addBackupCommands } = await import('../backups/backupCommands.ts');
      return (program, { finish, run, world }) => addBackupCommands(program, run, world, finish);
    },
  },
  {
    words: 'audit',
    load: async () => {
      const { addAuditCommands } = await import('../audit/auditCommands.ts');
      return (program, { run }) => addAuditCommands(program, run);
    },
  },
  {
    words: 'erase',
    load: async () => {
      const { addErasureCommands } = await import('../erasure/erasureCommands.ts');
      return (program, { run }) => addErasureCommands(program, run);
    },
  },
  {
    words: 'retention',
    load: async () => {
      const { addRetentionCommand } = await import('../retention/retentionCommand.ts');
      return (program, { run }) => addRetentionCommand(program, run);
    },
  },
  {
    words: 'serve',
    load: async () => {
      const { addServeCommand } = await import('./serveCommand.ts');
      return (program, { world }) => addServeCommand(program, world);
    },
  },
  {
    words: 'practice',
    load: async () => {
      const { addPracticeCommands } = await import('../practice/practiceCommands.ts');
      return (program, { world }) => addPracticeCommands(program, world);
    },
  },
  {
    words: 'demo',
    load: async () => {
      const { addDemoCommand } = await import('../demo/demoCommand.ts');
      return (program, { finish, world }) => addDemoCommand(program, world, finish);
    },
  },
  {
    words: 'completion',
    load: async () => {
      const { addCompletionCommand } = await import('../completion/completionCommand.ts');
      return (program, parts) =>
        addCompletionCommand(program, parts, async () => {
          const present = new Set(program.commands.map((command) => command.name()));
          const others = groups.filter(({ words }) => !words.split(' ').some((word) => present.has(word)));
          for (const add of await Promise.all(others.map(({ load }) => load()))) add(program, parts);
        });
    },
  },
];

/** What adds the commands of the group that has this word; of all groups where none has it. */
export function commandsNamed(word: string | undefined): Promise<readonly AddCommands[]> {
  const named = groups.filter(({ words }) => word !== undefined && words.split(' ').includes(word));
  return Promise.all((named.length === 0 ? groups : named).map(({ load }) => load()));
}
