import { afterEach, expect, test } from 'vitest';
import { countStatements } from '../../rigs/countStatements.ts';
import { serials, startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

const FEW = 10;
const MANY = 100;

let rig: RegistrationRig;
afterEach(async () => rig.close());

/** Devices whose groups were read, so that each gets the page that takes 90 minutes. */
async function devicesWithAPage(): Promise<void> {
  rig = await startRegistrationRig({}, { runsOutbox: false });
  rig.addDevices(serials(MANY).map((serialNumber) => ({ serialNumber })));
  const { pages } = await rig.ask('esp.read', { tenantId: rig.tenantId });
  const workshop = pages.find(({ page }) => page.name === 'ESP workshop');
  const id = workshop?.page.assignments?.[0]?.groupId ?? '';
  const membership = JSON.stringify({ readAt: '2026-12-01T08:00:00.000Z', groups: [{ id, name: null }] });
  rig.withStore(({ database }) => database.prepare('UPDATE device SET membership = ?').run(membership));
}

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const count = countStatements();
  try {
    await work();
  } finally {
    count.stop();
  }
  return count.statements();
}

test('a list of many devices asks the database no more often than a list of few', async () => {
  await devicesWithAPage();
  const list = (limit: number) => rig.ask('devices.list', { tenantId: rig.tenantId, limit });
  // What is prepared once is done by then.
  await list(1);

  const few = await statementsOf(() => list(FEW));
  const many = await statementsOf(async () => {
    const { devices } = await list(MANY);
    expect(devices).toHaveLength(MANY);
    for (const { flowLimit } of devices) expect(flowLimit).toEqual({ minutes: 90, source: 'esp' });
  });
  expect(many - few).toBeLessThan(5);
});

test('how many devices need a look is known without a question for each', async () => {
  await devicesWithAPage();
  rig.withStore(({ database }) =>
    database.exec(
      `UPDATE device SET bench = 'running', next_step = 'finishBench', bench_started_at = '2026-11-01T08:00:00.000Z'`,
    ),
  );
  const needsLook = () => rig.ask('bench.needsLook', { tenantId: rig.tenantId });
  await needsLook();
  const statements = await statementsOf(async () => expect((await needsLook()).devices).toBe(MANY));
  expect(statements).toBeLessThan(MANY / 2);
});
