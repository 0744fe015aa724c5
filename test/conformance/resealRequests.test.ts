import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../fakes/practiceGraph.ts';
import { serials, startRegistrationBench, type RegistrationBench } from '../fakes/registrationBench.ts';
import { whyNoOpenApi } from './openApiDocument.ts';
import { createOpenApiValidator, type Exchange, type OpenApiValidator } from './openApiValidator.ts';
import { recordExchanges } from './recordExchanges.ts';

const AUTOPILOT = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
const DEVICE = '/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentity-id}';
const ADA = 'ada.lovelace@contoso-practice.example';

describe.skipIf(whyNoOpenApi !== null)(
  `what Reseal sends beside Microsoft's OpenAPI documents${whyNoOpenApi === null ? '' : ` (skipped: ${whyNoOpenApi})`}`,
  () => {
    const exchanges: Exchange[] = [];
    let validator: OpenApiValidator;
    let bench: RegistrationBench;

    beforeAll(async () => {
      validator = createOpenApiValidator();
      bench = await startRegistrationBench(
        {},
        { fetch: recordExchanges(globalThis.fetch, (exchange) => exchanges.push(exchange)) },
      );
      const deviceIds = await registerSome(bench);
      await changeThem(bench, deviceIds);
      await askAround(bench, deviceIds);
      await enrolAndDeregister(bench, deviceIds);
    });
    afterAll(() => bench.close());

    test('every request and every answer has the documented shape', () => {
      expect(exchanges.flatMap(validator.violationsOf)).toEqual([]);
      process.stdout.write(`${exchanges.length} requests of Reseal and their answers checked, none failing.\n`);
    });

    test('everything that Reseal does at Microsoft’s was among them', () => {
      const operations = new Set(
        exchanges
          .filter(({ status }) => status < 300)
          .map((exchange) => `${exchange.version} ${validator.operationNameOf(exchange) ?? exchange.path}`),
      );
      expect([...operations].sort()).toEqual([
        'beta /deviceManagement/tenantAssociatedDevices/importTenantAssociatedDevice',
        `beta DELETE ${DEVICE}`,
        'beta GET /deviceManagement/autopilotEvents',
        'beta GET /deviceManagement/managedDevices/{managedDevice-id}',
        'beta GET /deviceManagement/windowsAutopilotDeploymentProfiles',
        'beta GET /deviceManagement/windowsAutopilotDeviceIdentities',
        `beta GET ${DEVICE}`,
        'beta GET /deviceManagement/windowsAutopilotSettings',
        'beta POST /$batch',
        'beta POST /deviceManagement/importedDeviceIdentities/importDeviceIdentityList',
        'beta POST /deviceManagement/importedDeviceIdentities/searchExistingIdentities',
        `beta POST ${DEVICE}/allowNextEnrollment`,
        `beta POST ${DEVICE}/assignUserToDevice`,
        `beta POST ${DEVICE}/unassignUserFromDevice`,
        `beta POST ${DEVICE}/updateDeviceProperties`,
        'beta POST /deviceManagement/windowsAutopilotSettings/sync',
        'v1.0 DELETE /deviceManagement/importedWindowsAutopilotDeviceIdentities/{importedWindowsAutopilotDeviceIdentity-id}',
        'v1.0 DELETE /deviceManagement/managedDevices/{managedDevice-id}',
        'v1.0 GET /deviceManagement/importedWindowsAutopilotDeviceIdentities',
        'v1.0 GET /deviceManagement/managedDevices',
        'v1.0 GET /devices',
        'v1.0 GET /users',
        'v1.0 GET /users/{user-id}',
        'v1.0 POST /$batch',
        'v1.0 POST /deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
      ]);
    });
  },
);

/** Until every job has ended well. */
async function allDone(bench: RegistrationBench): Promise<void> {
  await bench.until(async () => {
    const { jobs, problems } = await bench.ask('jobs.status', {});
    if (jobs.waiting + jobs.leased + jobs.retrying + jobs.failed > 0)
      throw new Error(JSON.stringify({ jobs, problems }));
  });
}

async function registerSome(bench: RegistrationBench): Promise<readonly string[]> {
  const deviceIds = bench.addDevices(
    serials(25).map((serialNumber, index) => ({
      serialNumber,
      groupTag: index === 0 ? 'Hybrid' : null,
      assignedUser: index === 1 ? ADA : null,
      deviceName: index < 3 ? `DEPOT-${index}A` : null,
    })),
  );
  await bench.ask('tracking.sync', { tenantId: bench.tenantId });
  // A storm on the way: refusals have a documented shape too.
  bench.graph.tenant.setFaults({
    faults: [
      { effect: { kind: 'throttle', retryAfterSeconds: 5 }, methods: ['GET'], count: 1 },
      { effect: { kind: 'status', status: 503, when: 'afterEffect' }, methods: ['POST'], path: '*/import', count: 1 },
    ],
  });
  await bench.ask('registration.register', { deviceIds });
  expect((await bench.untilSettled(deviceIds)).counts.assigned).toBe(deviceIds.length);
  await allDone(bench);
  // One device is sought by its serial number alone.
  await bench.ask('registration.register', { deviceIds: bench.addDevices([{ serialNumber: "O'NE 1" }]) });
  await allDone(bench);
  return deviceIds;
}

async function changeThem(bench: RegistrationBench, deviceIds: readonly string[]): Promise<void> {
  const [first = '', second = '', third = ''] = deviceIds;
  await bench.ask('assignment.assignUser', { deviceIds: [second, third], userPrincipalName: ADA });
  await bench.ask('assignment.setGroupTag', { deviceIds: [first, second], groupTag: 'UserDriven' });
  await bench.ask('assignment.rename', { deviceIds: [third], pattern: 'BENCH-3' });
  await allDone(bench);
  // Refused the first way, a user is assigned the other way.
  const path = '*/updateDeviceProperties';
  bench.graph.tenant.setFaults({ faults: [{ effect: { kind: 'badRequest' }, path, count: 1 }] });
  await bench.ask('assignment.assignUser', {
    deviceIds: [third],
    userPrincipalName: 'grace.hopper@contoso-practice.example',
  });
  await allDone(bench);
  await bench.ask('assignment.unassignUser', { deviceIds: [second] });
  await bench.ask('assignment.setGroupTag', { deviceIds: [first], groupTag: 'Hybrid' });
  await bench.ask('registration.unblock', { deviceIds: [second] });
  await allDone(bench);
}

async function askAround(bench: RegistrationBench, deviceIds: readonly string[]): Promise<void> {
  const { tenantId } = bench;
  await bench.ask('tenants.checkPermissions', { id: tenantId });
  await bench.ask('directory.searchUsers', { tenantId, search: "sean o'brien" });
  await bench.ask('identifiers.upload', { deviceIds: [...deviceIds] });
  await bench.ask('settings.write', { deviceLinkBeta: true });
  await bench.ask('identifiers.associate', { tenantId, deviceLink: 'deviceLink:/1/?sn=FBK00001&data=eA%3D%3D' });
  await bench.ask('tracking.refresh', { tenantId });
  await bench.ask('tracking.refresh', { tenantId, deviceIds: deviceIds.slice(0, 2) });
  await allDone(bench);
}

async function enrolAndDeregister(bench: RegistrationBench, deviceIds: readonly string[]): Promise<void> {
  bench.graph.tenant.advance(600);
  const [deviceId = ''] = deviceIds;
  const { device } = await bench.ask('devices.get', { id: deviceId });
  const path = `/practice/devices/${device.ztdId ?? ''}/technician-flow`;
  expect((await bench.graph.post(path, { result: 'success' })).status).toBe(200);
  await bench.ask('tracking.refresh', { tenantId: bench.tenantId, deviceIds: [deviceId] });
  expect(await bench.ask('tracking.readEvents', { tenantId: bench.tenantId })).toEqual({ read: 1, kept: 1 });
  for (const id of deviceIds.slice(0, 3)) {
    await bench.ask('registration.removalPlan', { deviceId: id });
    const { serialNumber } = (await bench.ask('devices.get', { id })).device;
    await bench.ask('registration.deregister', { deviceId: id, confirmedSerialNumber: serialNumber ?? '' });
  }
  await allDone(bench);
  expect(rowsOf(await bench.graph.get(AUTOPILOT))).toHaveLength(deviceIds.length + 1 - 3);
}
