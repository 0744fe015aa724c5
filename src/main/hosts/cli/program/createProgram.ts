import { Command, Option } from 'commander';
import { addIntakeCommands } from '../intake/intakeCommands.ts';
import { addHashCommand } from '../hashes/hashCommand.ts';
import { addScanCommand } from '../scans/scanCommand.ts';
import { addDeviceCommands } from '../devices/deviceCommands.ts';
import { addExportCommands } from '../exports/exportCommands.ts';
import { addReportCommand } from '../reports/reportCommand.ts';
import { addRegistrationCommands } from '../registration/registrationCommands.ts';
import { addRemovalCommands } from '../removal/removalCommands.ts';
import { addTrackingCommands } from '../tracking/trackingCommands.ts';
import { addGroupCommands } from '../groups/groupCommands.ts';
import { addEspCommand } from '../esp/espCommand.ts';
import { addPreparationCommands } from '../preparation/preparationCommands.ts';
import { addProfilesCommand } from '../profiles/profilesCommand.ts';
import { addIdentifierCommands } from '../identifiers/identifierCommands.ts';
import { addAssignmentCommands } from '../assignment/assignmentCommands.ts';
import { addShelfCommands } from '../shelves/shelfCommands.ts';
import { addShiftCommand } from '../shift/shiftCommand.ts';
import { addScenarioCommand } from '../scenarios/scenarioCommand.ts';
import { addJobCommands } from '../jobs/jobCommands.ts';
import { addLaneCommands } from '../tenants/laneCommands.ts';
import { addTenantCommands } from '../tenants/tenantCommands.ts';
import { addBackupCommands } from '../backups/backupCommands.ts';
import { addAuditCommands } from '../audit/auditCommands.ts';
import { addErasureCommands } from '../erasure/erasureCommands.ts';
import { addRetentionCommand } from '../retention/retentionCommand.ts';
import { addBenchCommand } from '../bench/benchCommand.ts';
import { addConfirmCommand } from '../bench/confirmCommand.ts';
import { addBoardCommands } from '../boards/boardCommands.ts';
import { addChecklistCommand } from '../checklists/checklistCommand.ts';
import { addDemoCommand } from '../demo/demoCommand.ts';
import { addPracticeCommands } from '../practice/practiceCommands.ts';
import { addKeyCommands } from '../vault/keyCommands.ts';
import { addQueueCommand } from '../vault/queueCommand.ts';
import { addServeCommand } from './serveCommand.ts';
import { version } from '../../../installation.ts';
import type { ExitStatus } from './exitStatus.ts';
import { speedFactor } from '../input/numberOption.ts';
import { createRunCommand } from './runCommand.ts';
import type { World } from './world.ts';

/**
 * The command line's grammar. The words of a command, and what it does, stand in the folder of its capability: to add one, write
 * its `…Command.ts` there and add it here.
 */
export function createProgram(world: World, finish: (status: ExitStatus) => void): Command {
  const run = createRunCommand(world, finish);
  const program = new Command('reseal')
    .description('Brings devices into Windows Autopilot, pre-provisions and reseals them.')
    .version(version, '--version')
    .helpOption('--help', 'explain the command')
    .option('--json', 'print one JSON document instead of text')
    .option('--data-dir <folder>', 'the folder of the queue (also: RESEAL_DATA_DIR)')
    .option('--lane, --tenant <name>', 'the customer or tenant to work in; “practice” is the built-in one')
    .addOption(
      new Option('--speed <factor>', 'how much faster the practice tenant’s clock runs').argParser(speedFactor),
    )
    .option('--no-encryption', 'make a queue that is not encrypted; every later start keeps to it')
    .option('--begin-anew', 'make an empty queue where the data folder has lost its own')
    .option('--verbose', 'say where in the program an error arose')
    .configureHelp({ showGlobalOptions: true })
    .allowExcessArguments(false)
    .helpCommand(false)
    .showHelpAfterError('Put --help behind the command to see how it is written.')
    .configureOutput({ writeOut: (text) => void world.terminal.print(text), writeErr: world.terminal.say })
    .exitOverride();
  addIntakeCommands(program, run);
  addHashCommand(program, run);
  addScanCommand(program, run);
  addDeviceCommands(program, run);
  addExportCommands(program, run);
  addReportCommand(program, run);
  addRegistrationCommands(program, run);
  addRemovalCommands(program, run);
  addTrackingCommands(program, run);
  addGroupCommands(program, run);
  addProfilesCommand(program, run);
  addEspCommand(program, run);
  addPreparationCommands(program, run);
  addIdentifierCommands(program, run);
  addAssignmentCommands(program, run);
  addScenarioCommand(program, run);
  addJobCommands(program, run);
  addTenantCommands(program, run);
  addLaneCommands(program, run);
  addBenchCommand(program, run);
  addConfirmCommand(program, run);
  addShelfCommands(program, run);
  addShiftCommand(program, run, world);
  addBoardCommands(program, run);
  addChecklistCommand(program, run);
  addKeyCommands(program, world, run, finish);
  addQueueCommand(program, world);
  addBackupCommands(program, run, world, finish);
  addAuditCommands(program, run);
  addErasureCommands(program, run);
  addRetentionCommand(program, run);
  addServeCommand(program, world);
  addPracticeCommands(program, world);
  addDemoCommand(program, world, finish);
  return program;
}
