import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { scenarioOf } from '../../../src/shared/scenarios/scenarioOf.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { importedAt, intakeOnDisk, textFile, type IntakeOnDisk, type NamedFile } from '../../rigs/intakeOnDisk.ts';

let intake: IntakeOnDisk;
beforeEach(() => {
  intake = intakeOnDisk();
});
afterEach(() => intake.close());

const header = 'Device Serial Number,Windows Product ID,Hardware Hash';
function list(...numbers: readonly number[]): NamedFile {
  const rows = numbers.map((number) => {
    const device = inventedDevice(number);
    return `${device.serialNumber ?? ''},,${inventedHash(device)}`;
  });
  return textFile('list.csv', [header, ...rows].map((row) => `${row}\r\n`).join(''));
}

const deviceOf = (id: string) => createDeviceStore(intake.store, () => importedAt).get(id);
function toldOf(ids: readonly string[]) {
  return ids.flatMap((id) => {
    const device = deviceOf(id);
    return device === null ? [] : [scenarioOf(device)];
  });
}
const say = (on: IntakeOnDisk, previewId: string, values: object) =>
  on.engine.handlers['intake.applyToAll']({ previewId, ...values });

test('what the batch is for is kept with the import, also over a restart, and goes to its devices', async () => {
  const { previewId, scenario } = await intake.preview(list(0, 1));
  expect(scenario).toBeNull();
  await say(intake, previewId, { scenario: 'selfDeploying', joinType: 'entra' });

  const restarted = intakeOnDisk(intake);
  const resumed = await restarted.engine.handlers['intake.resume']({ previewId });
  expect(resumed).toMatchObject({ scenario: 'selfDeploying', joinType: 'entra' });
  const { deviceIds } = await restarted.commit(previewId);
  restarted.close();
  const told = { name: 'selfDeploying', joinType: 'entra', source: 'batch' };
  expect(toldOf(deviceIds)).toMatchObject([told, told]);
});

test('it can be taken back before the import', async () => {
  const { previewId } = await intake.preview(list(0));
  await say(intake, previewId, { scenario: 'selfDeploying' });
  expect(await say(intake, previewId, { scenario: null })).toMatchObject({ scenario: null, joinType: null });
  expect(toldOf((await intake.commit(previewId)).deviceIds)).toMatchObject([{ source: 'none' }]);
});

test('a device that was known gets it too, even where the file brings nothing else, and a person’s choice stays', async () => {
  const [known = '', chosen = ''] = await intake.importAll(list(0, 1));
  createDeviceStore(intake.store, () => importedAt).change(chosen, { chosenScenario: 'userDriven' });
  const { previewId } = await intake.preview(list(0, 1));
  await say(intake, previewId, { scenario: 'selfDeploying' });
  expect(await intake.commit(previewId)).toMatchObject({ added: 0, updated: 2, left: 0 });
  expect(toldOf([known, chosen])).toMatchObject([
    { name: 'selfDeploying', source: 'batch' },
    { name: 'userDriven', source: 'person' },
  ]);
  const again = await intake.preview(list(0, 1));
  await say(intake, again.previewId, { scenario: 'selfDeploying' });
  expect(await intake.commit(again.previewId)).toMatchObject({ updated: 0, left: 2 });
});
