import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../scripts/support/projectRoot.mjs';
import { contract } from '../rigs/wholeContract.ts';

const readsOnly = 'reads from Microsoft, and changes nothing there';
const inHistory = 'stands in the history of the device';
const shownOnly = 'is a matter of what is shown';
const beforeCommit = 'of an import that is not in the queue yet';
/** Why each of these commands leaves no row of its own in the audit log. */
const withoutRow: Readonly<Record<string, string>> = {
  'attachments.add': inHistory,
  'attachments.append': inHistory,
  'attachments.keep': inHistory,
  'backups.restore': 'has one, in the queue that takes the place of this one',
  'bench.claimAlarms': 'is a matter of what is told',
  'bench.noteCode': inHistory,
  'bench.record': 'stands in the history of the device; what goes against the gate has a row of its own',
  'bench.recordMany': inHistory,
  'bench.undo': inHistory,
  'bench.undoMany': inHistory,
  'boards.liftDonor': 'has one, by a name that is handed on',
  'boards.markDonor': 'has one, by a name that is handed on',
  'checklists.markForTenant': 'has that of checklists.mark',
  'checklists.markMany': 'has that of checklists.mark',
  'checklists.takeNewer': inHistory,
  'checklists.setOptions': 'is the wording of a sheet, nothing that happened',
  'checklists.start': inHistory,
  'checklists.startMany': inHistory,
  'devices.deleteView': shownOnly,
  'devices.note': inHistory,
  'devices.saveView': shownOnly,
  'directory.checkPermissions': readsOnly,
  'esp.read': readsOnly,
  'groups.readMembership': readsOnly,
  'identifiers.associateDevices': 'has that of identifiers.associate',
  'identifiers.dissociate': 'has that of identifiers.remove',
  'identifiers.read': readsOnly,
  'identifiers.readAssociations': readsOnly,
  'intake.appendToFile': beforeCommit,
  'intake.applyToAll': beforeCommit,
  'intake.cancel': beforeCommit,
  'intake.closeFiles': beforeCommit,
  'intake.discard': beforeCommit,
  'intake.editRow': beforeCommit,
  'intake.include': beforeCommit,
  'intake.inspect': beforeCommit,
  'intake.map': beforeCommit,
  'intake.openFile': beforeCommit,
  'intake.preview': beforeCommit,
  'intake.rememberColumns': beforeCommit,
  'intake.resume': beforeCommit,
  'preparation.read': readsOnly,
  'preparation.readReport': readsOnly,
  'preflight.checkNetwork': 'contacts hosts of the list without any data of the queue, and changes nothing',
  'preflight.readTenant': readsOnly,
  'profileJson.compare': readsOnly,
  'profileJson.organization': readsOnly,
  'profiles.read': readsOnly,
  'removal.deregisterMany': 'has that of removal.deregister for each device',
  'removal.plan': readsOnly,
  'removal.planIntuneRecord': readsOnly,
  'removal.planMany': readsOnly,
  'scans.read': 'stands in the list of scans',
  'scans.takeIn': 'has that of devices.adopt',
  'shelves.put': inHistory,
  'tenants.activate': shownOnly,
  'tenants.addLane': 'has that of tenants.add',
  'tenants.addPractice': 'has that of tenants.add',
  'tenants.addSamples': 'has that of intake.commit',
  'tenants.cancelSignIn': 'nothing came of it',
  'tenants.setPracticeMood': 'concerns the practice tenant alone',
  'tenants.playDevice': 'plays a pretend device',
  'tracking.readEvents': readsOnly,
  'tracking.refresh': readsOnly,
  'vault.enterKey':
    'has vault.enter where it is a recovery key, written before the queue is open; a passphrase is one start',
  'vault.findKey': 'is a start of the program, by hand',
  'tracking.sync': 'has Intune read from Windows Autopilot, which it does by itself as well',
};

test('every command is an act in the audit log, or it is said here why not', () => {
  const services = globSync('src/main/services/**/*.ts', { cwd: projectRoot })
    .map((file) => readFileSync(join(projectRoot, file), 'utf8'))
    .join('\n');
  const isRecorded = (name: string): boolean => services.includes(`'${name}',`) || services.includes(`'${name}' }`);
  const commands = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'command' ? [name] : []));
  expect(commands.filter((name) => !isRecorded(name) && withoutRow[name] === undefined)).toEqual([]);
  expect(Object.keys(withoutRow).filter((name) => !commands.includes(name))).toEqual([]);
});
