import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  importBody,
  inventedHash,
  LONG_ENOUGH,
  register,
  rowsOf,
  startPracticeGraph,
  type PracticeGraph,
} from '../rigs/practiceGraph.ts';
import { whyNoOpenApi, type GraphVersion } from './openApiDocument.ts';
import { createOpenApiValidator, type Exchange, type OpenApiValidator } from './openApiValidator.ts';
import { recordExchanges } from './recordExchanges.ts';

/**
 * In the documents, and not served on purpose: direct assignment is an old way that nobody should use, and the metadata of
 * 2025 and 2026 has no statuses of policies any more.
 */
const notServed = [
  'GET /deviceManagement/autopilotEvents/{deviceManagementAutopilotEvent-id}/policyStatusDetails',
  'POST /deviceManagement/windowsAutopilotDeploymentProfiles/{windowsAutopilotDeploymentProfile-id}/assign',
];

const eventual = { ConsistencyLevel: 'eventual' };
const manage = (version: GraphVersion, path: string): string => `/${version}/deviceManagement/${path}`;

describe.skipIf(whyNoOpenApi !== null)(
  `the practice tenant beside Microsoft's OpenAPI documents${whyNoOpenApi === null ? '' : ` (skipped: ${whyNoOpenApi})`}`,
  () => {
    const exchanges: Exchange[] = [];
    let validator: OpenApiValidator;
    let graph: PracticeGraph;

    beforeAll(async () => {
      validator = createOpenApiValidator();
      graph = await startPracticeGraph(
        {},
        recordExchanges(globalThis.fetch, (exchange) => exchanges.push(exchange)),
      );
      for (const version of ['v1.0', 'beta'] as const) await useEverything(graph, version);
      await useBeta(graph);
      await useDevicePreparation(graph);
      await playEveryScenario(graph);
      await provokeErrors(graph);
    });
    afterAll(() => graph.close());

    test('every request has the documented shape, and so has every answer', ({ annotate }) => {
      expect(exchanges.flatMap(validator.violationsOf)).toEqual([]);
      return annotate(`${exchanges.length} exchanges checked, none failing`);
    });

    test.each(['v1.0', 'beta'] as const)('every operation of %s is served', (version) => {
      const served = new Set(
        exchanges
          .filter((exchange) => exchange.version === version && (exchange.answer?.status ?? 500) < 300)
          .map(validator.operationNameOf),
      );
      expect(
        validator.operations(version).filter((operation) => !served.has(operation) && !notServed.includes(operation)),
      ).toEqual([]);
    });
  },
);

describe.skipIf(whyNoOpenApi !== null)('the validator', () => {
  const exchange: Exchange = {
    version: 'beta',
    method: 'GET',
    path: '/deviceManagement/windowsAutopilotDeviceIdentities',
    query: new URLSearchParams(),
    requestBody: undefined,
    answer: { status: 200, body: { value: [] } },
  };

  test.each<[string, Partial<Exchange>, RegExp]>([
    ['a path that Graph does not have', { path: '/deviceManagement/gadgets' }, /no such path/],
    ['a method that a path does not have', { method: 'PATCH' }, /no such method/],
    ['an option that does not exist', { query: new URLSearchParams('$frob=1') }, /unknown option \$frob/],
    [
      'an enum value that does not exist',
      { answer: { status: 200, body: { value: [{ enrollmentState: 'dancing' }] } } },
      /enrollmentState/,
    ],
    [
      'a time that is none',
      { answer: { status: 200, body: { value: [{ lastContactedDateTime: 'yesterday' }] } } },
      /date-time/,
    ],
    [
      'a misspelt property',
      { answer: { status: 200, body: { value: [{ serialNumbr: 'A-1' }] } } },
      /unknown property .value\[0\].serialNumbr/,
    ],
    [
      'a misspelt property of an object that names its type',
      {
        path: '/groups/x/members',
        answer: { status: 200, body: { value: [{ '@odata.type': '#microsoft.graph.device', displayNam: 'A' }] } },
      },
      /unknown property .value\[0\].displayNam$/m,
    ],
    [
      'a misspelt property of what is sent',
      {
        method: 'POST',
        path: '/deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
        requestBody: {
          importedWindowsAutopilotDeviceIdentities: [
            { '@odata.type': '#microsoft.graph.importedWindowsAutopilotDeviceIdentity', grouptag: 'Kiosk' },
          ],
        },
      },
      /request has the unknown property .+\.grouptag/,
    ],
    ['an error without its body', { answer: { status: 404, body: undefined } }, /without a body/],
    [
      'an action parameter that does not exist',
      {
        method: 'POST',
        path: '/deviceManagement/windowsAutopilotDeviceIdentities/x/updateDeviceProperties',
        requestBody: { tag: 'x' },
        answer: { status: 204, body: undefined },
      },
      /must NOT have additional properties/,
    ],
  ])('finds %s', (_, change, complaint) => {
    const violations = createOpenApiValidator().violationsOf({ ...exchange, ...change });
    expect(violations.join('\n')).toMatch(complaint);
  });
});

/** Every operation that both versions have. */
async function useEverything(graph: PracticeGraph, version: GraphVersion): Promise<void> {
  const imported = manage(version, 'importedWindowsAutopilotDeviceIdentities');
  const devices = manage(version, 'windowsAutopilotDeviceIdentities');
  const managed = manage(version, 'managedDevices');
  const serial = (name: string): string => `${version}-${name}`;

  await graph.post(
    `${imported}/import`,
    importBody([{ serialNumber: serial('OTHERTENANT') }, { serialNumber: serial('A'), groupTag: 'Sales' }]),
  );
  const single = await graph.post(imported, { serialNumber: serial('B') });
  await graph.get(imported);
  await graph.get(`${imported}/${String(single.body['id'])}`);
  graph.tenant.advance(LONG_ENOUGH);
  await graph.get(imported);
  await graph.remove(`${imported}/${String(single.body['id'])}`);

  const [device] = rowsOf(
    await graph.get(`${devices}?$top=500&$filter=${encodeURIComponent(`contains(serialNumber,'${serial('A')}')`)}`),
  );
  const path = `${devices}/${String(device?.['id'])}`;
  await graph.post(`${path}/updateDeviceProperties`, { groupTag: '', displayName: 'DEPOT-1' });
  await graph.post(`${path}/assignUserToDevice`, {
    userPrincipalName: 'ada.lovelace@contoso-practice.example',
    addressableUserName: 'Ada',
  });
  await graph.post(`${path}/unassignUserFromDevice`);
  graph.tenant.advance(LONG_ENOUGH);
  await graph.get(path);
  await graph.post(`/practice/devices/${String(device?.['id'])}/technician-flow`, { result: 'success' });
  await graph.post(`/practice/devices/${String(device?.['id'])}/user-flow`);

  const managedPath = `${managed}/${String((await graph.get(path)).body['managedDeviceId'])}`;
  await graph.get(managed);
  await graph.post(`${managedPath}/wipe`, { keepUserData: false, keepEnrollmentData: false });
  await graph.post(`${managedPath}/cleanWindowsDevice`, { keepUserData: false });
  for (const action of ['retire', 'syncDevice', 'rebootNow']) await graph.post(`${managedPath}/${action}`);
  if (version === 'beta') await graph.post(`${managedPath}/setDeviceName`, { deviceName: 'DEPOT-2' });
  await graph.get(managedPath);
  await graph.remove(managedPath);
  graph.tenant.advance(LONG_ENOUGH);

  const deviceId = String((await graph.get(path)).body['azureActiveDirectoryDeviceId']);
  const [entraDevice] = rowsOf(
    await graph.get(`/${version}/devices?$filter=${encodeURIComponent(`deviceId eq '${deviceId}'`)}`),
  );
  await graph.get(`/${version}/devices/${String(entraDevice?.['id'])}`);
  await graph.get(`/${version}/devices/${String(entraDevice?.['id'])}/transitiveMemberOf?$select=id,displayName`);
  await graph.get(
    `/${version}/devices?$filter=${encodeURIComponent(`physicalIds/any(p:p eq '[ZTDID]:${String(device?.['id'])}')`)}&$count=true`,
    eventual,
  );
  await graph.remove(path);
  graph.tenant.advance(LONG_ENOUGH);
  await graph.remove(`/${version}/devices/${String(entraDevice?.['id'])}`);

  await useDirectory(graph, version);
}

async function useDirectory(graph: PracticeGraph, version: GraphVersion): Promise<void> {
  const [app] = rowsOf(await graph.get(`/${version}/deviceAppManagement/mobileApps`));
  await graph.get(`/${version}/deviceAppManagement/mobileApps/${String(app?.['id'])}?$select=id,displayName`);
  const search = encodeURIComponent('"displayName:ada" OR "userPrincipalName:ada" OR "mail:ada"');
  await graph.get(
    `/${version}/users?$search=${search}&$select=id,displayName,userPrincipalName,mail,accountEnabled&$top=15&$count=true`,
    eventual,
  );
  const ada = await graph.get(`/${version}/users/ada.lovelace@contoso-practice.example`);
  await graph.get(
    `/${version}/users/george.boole@contoso-practice.example?$select=id,accountEnabled,assignedLicenses,assignedPlans`,
  );
  await graph.get(`/${version}/me?$select=id,displayName,userPrincipalName`);
  await graph.get(`/${version}/organization?$select=id,displayName,verifiedDomains,tenantType`);
  const groups = rowsOf(await graph.get(`/${version}/groups`));
  const assigned = groups.find((group) => group['displayName'] === 'Depot technicians');
  const members = `/${version}/groups/${String(assigned?.['id'])}/members`;
  await graph.get(`/${version}/groups/${String(assigned?.['id'])}`);
  await graph.post(`${members}/$ref`, {
    '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${String(ada.body['id'])}`,
  });
  await graph.get(members);
  await graph.remove(`${members}/${String(ada.body['id'])}/$ref`);
  await graph.post(`/${version}/$batch`, {
    requests: [
      { id: '1', method: 'GET', url: '/me' },
      { id: '2', method: 'GET', url: '/users/nobody', dependsOn: ['1'] },
    ],
  });
}

/** Every operation that only beta has. */
async function useBeta(graph: PracticeGraph): Promise<void> {
  await graph.post(
    manage('beta', 'importedWindowsAutopilotDeviceIdentities/import'),
    importBody([{ serialNumber: 'C-1' }, { serialNumber: 'C-2' }]),
  );
  graph.tenant.advance(LONG_ENOUGH);
  const devices = manage('beta', 'windowsAutopilotDeviceIdentities');
  const [device] = rowsOf(await graph.get(devices));
  const path = `${devices}/${String(device?.['id'])}`;
  await graph.get(`${path}?$expand=deploymentProfile,intendedDeploymentProfile`);
  await graph.get(`${path}/deploymentProfile`);
  await graph.get(`${path}/intendedDeploymentProfile`);
  await graph.post(`${path}/allowNextEnrollment`);
  await graph.post(`${devices}/deleteDevices`, { serialNumbers: ['C-2', 'C-9'] });

  const settings = manage('beta', 'windowsAutopilotSettings');
  await graph.post(`${settings}/sync`);
  await graph.get(settings);

  const profiles = manage('beta', 'windowsAutopilotDeploymentProfiles');
  const [profile, other] = rowsOf(await graph.get(`${profiles}?$expand=assignments`));
  const profilePath = `${profiles}/${String(profile?.['id'])}`;
  const [group] = rowsOf(await graph.get('/beta/groups'));
  await graph.get(profilePath);
  await graph.get(`${profilePath}/assignments`);
  await graph.get(`${profilePath}/assignedDevices`);
  const target = { '@odata.type': '#microsoft.graph.groupAssignmentTarget', groupId: group?.['id'] };
  const assignments = `${profiles}/${String(other?.['id'])}/assignments`;
  const added = await graph.post(assignments, { target });
  await graph.get(`${assignments}/${String(added.body['id'])}`);
  await graph.remove(`${assignments}/${String(added.body['id'])}`);

  const configurations = manage('beta', 'deviceEnrollmentConfigurations');
  const rows = rowsOf(await graph.get(`${configurations}?$expand=assignments`));
  const made = `${configurations}/${String(rows.at(-1)?.['id'])}`;
  await graph.get(made);
  await graph.get(`${made}/assignments`);

  const events = manage('beta', 'autopilotEvents');
  const [event] = rowsOf(await graph.get(events));
  await graph.get(`${events}/${String(event?.['id'])}`);
  await graph.get(`${events}/${String(event?.['id'])}/policyStatusDetails`);
  graph.tenant.setFaults({ servesPolicyDetails: true });
  await graph.get(`${events}/${String(event?.['id'])}/policyStatusDetails`);

  const identifiers = manage('beta', 'importedDeviceIdentities');
  const importedDeviceIdentities = [
    { importedDeviceIdentifier: 'Fabrikam,Slate,C-1', importedDeviceIdentityType: 'manufacturerModelSerial' },
  ];
  const [identifier] = rowsOf(
    await graph.post(`${identifiers}/importDeviceIdentityList`, {
      importedDeviceIdentities,
      overwriteImportedDeviceIdentities: false,
    }),
  );
  graph.tenant.advance(LONG_ENOUGH);
  await graph.post(`${identifiers}/searchExistingIdentities`, { importedDeviceIdentities });
  await graph.get(identifiers);
  await graph.get(`${identifiers}/${String(identifier?.['id'])}`);
  await graph.remove(`${identifiers}/${String(identifier?.['id'])}`);
}

/** Policies of device preparation with all that belongs to them, and its report. */
async function useDevicePreparation(graph: PracticeGraph): Promise<void> {
  const policies = manage('beta', 'configurationPolicies');
  const filter = `(technologies has 'enrollment') and (platforms eq 'windows10') and (TemplateReference/templateFamily eq 'enrollmentConfiguration')`;
  const [policy] = rowsOf(await graph.get(`${policies}?$filter=${encodeURIComponent(filter)}`));
  const path = `${policies}/${String(policy?.['id'])}`;
  await graph.get(path);
  await graph.get(`${path}/settings`);
  const [assignment] = rowsOf(await graph.get(`${path}/assignments`));
  expect(assignment).toBeDefined();
  for (const validates of [false, true]) {
    for (const hasGroupOwner of [false, true]) {
      await graph.post('/practice/preparation-policy', { validates, hasGroupOwner });
      await graph.post(`${path}/retrieveEnrollmentTimeDeviceMembershipTarget`);
    }
  }
  await graph.post('/practice/preparation-policy', { hasDeviceGroup: false });
  await graph.post(`${path}/retrieveEnrollmentTimeDeviceMembershipTarget`);
  await graph.post('/practice/preparation-policy', { hasDeviceGroup: true });

  const apps = '/beta/deviceAppManagement/mobileApps';
  const [app] = rowsOf(await graph.get(apps));
  await graph.get(`${apps}/${String(app?.['id'])}`);
  await graph.get(`${apps}/${String(app?.['id'])}/assignments`);
  const scripts = manage('beta', 'deviceManagementScripts');
  const [script] = rowsOf(await graph.get(scripts));
  await graph.get(`${scripts}/${String(script?.['id'])}`);
  await graph.get(`${scripts}/${String(script?.['id'])}/assignments`);
  for (const version of ['v1.0', 'beta'] as const) {
    const groups = rowsOf(await graph.get(`/${version}/groups`));
    const devices = groups.find((group) => group['displayName'] === 'Device preparation · devices');
    await graph.get(`/${version}/groups/${String(devices?.['id'])}?$select=id,isAssignableToRole,groupTypes`);
    await graph.get(`/${version}/groups/${String(devices?.['id'])}/owners`);
  }

  const reports = manage('beta', 'reports/exportJobs');
  const order = { reportName: 'AutopilotV2DeploymentStatus', format: 'json' };
  const job = await graph.post(reports, order);
  await graph.get(`${reports}('${String(job.body['id'])}')`);
  graph.tenant.advance(LONG_ENOUGH);
  await graph.get(`${reports}('${String(job.body['id'])}')`);
}

/** What the practice tenant plays beside pre-provisioning, as Graph shows it. */
async function playEveryScenario(graph: PracticeGraph): Promise<void> {
  const play = (id: string, flow: string) => graph.post(`/practice/devices/${id}/${flow}`);
  const ids = await register(graph, [
    { serialNumber: 'S-U', groupTag: 'UserDriven' },
    { serialNumber: 'S-K', groupTag: 'Kiosk' },
    { serialNumber: 'S-H', groupTag: 'Hybrid' },
  ]);
  const [userDriven = '', kiosk = '', hybrid = ''] = ids;
  await play(userDriven, 'user-flow');
  await play(kiosk, 'self-deployment');
  await play(kiosk, 'self-deployment');
  await play(kiosk, 'user-flow');
  await play(hybrid, 'technician-flow');
  await play(hybrid, 'user-flow');
  await graph.post(`/practice/devices/${userDriven}/portal-edit`, { groupTag: 'Sales', displayName: 'PC-7' });
  const existing = { hardwareIdentifier: inventedHash('S-C') };
  await graph.post('/practice/intune-devices', { devices: [existing] });
  await graph.post('/practice/conversion');

  const associated = manage('beta', 'tenantAssociatedDevices');
  const deviceLink = Buffer.from(JSON.stringify({ DeviceInfo: { SerialNumber: 'S-P' } })).toString('base64');
  const link = await graph.post(`${associated}/importTenantAssociatedDevice`, { deviceLink });
  graph.tenant.advance(LONG_ENOUGH);
  await graph.post('/practice/device-preparation', { serialNumber: 'S-P', manufacturer: 'Fabrikam', model: 'Slate' });
  await graph.get(`${associated}?$filter=${encodeURIComponent("serialNumber eq 'S-P'")}`);
  await graph.get(`${associated}/${String(link.body['id'])}`);

  for (const version of ['v1.0', 'beta'] as const) {
    const autopilot = manage(version, 'windowsAutopilotDeviceIdentities');
    await graph.get(autopilot);
    for (const id of ids) await graph.get(`${autopilot}/${id}`);
    const managed = rowsOf(await graph.get(manage(version, 'managedDevices')));
    for (const { id } of managed) await graph.get(`${manage(version, 'managedDevices')}/${String(id)}`);
    await graph.get(`/${version}/devices`);
  }
  await graph.get(manage('beta', 'autopilotEvents'));
  await graph.remove(`${associated}/${String(link.body['id'])}`);
}

/** Refusals have a documented shape too. */
async function provokeErrors(graph: PracticeGraph): Promise<void> {
  const devices = manage('beta', 'windowsAutopilotDeviceIdentities');
  await graph.get(devices, { Authorization: 'Bearer wrong' });
  await graph.get(`${devices}?$filter=${encodeURIComponent("serialNumber eq 'x'")}`);
  await graph.get(`${devices}?$select=id`);
  await graph.get(`${devices}/none`);
  await graph.get('/v1.0/users/nobody');
  await graph.post(manage('beta', 'windowsAutopilotSettings/sync'));
  graph.tenant.setFaults({ faults: [{ effect: { kind: 'throttle', retryAfterSeconds: 5 }, count: 1 }] });
  await graph.get('/v1.0/me');
}
