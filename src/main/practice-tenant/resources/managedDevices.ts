import { z } from 'zod';
import { queueManagedDeviceRemoval } from '../lifecycle/managedDeviceRemoval.ts';
import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  isoTime,
  NEVER,
  noContent,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, bothVersions, type Route } from '../protocol/routes.ts';
import type { ManagedDeviceRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { operateManagedDevices, readManagedDevices, writeManagedDevices } from './scopes.ts';

const PATH = 'deviceManagement/managedDevices';
const PAGE_SIZE = 1000;
const FILTERS = [
  'eq serialNumber',
  'eq deviceName',
  'eq operatingSystem',
  'eq azureADDeviceId',
  'eq userPrincipalName',
  'startswith serialNumber',
  'startswith deviceName',
  'contains serialNumber',
];

const actionResult = z.strictObject({
  actionName: z.string(),
  actionState: z.string(),
  startDateTime: z.string(),
  lastUpdatedDateTime: z.string(),
});

const nothing = z.strictObject({});
const wipeBody = z.strictObject({
  keepEnrollmentData: z.boolean().nullish(),
  keepUserData: z.boolean().nullish(),
  macOsUnlockCode: z.string().nullish(),
  persistEsimDataPlan: z.boolean().nullish(),
});
const betaWipeBody = wipeBody.extend({
  useProtectedWipe: z.boolean().nullish(),
  obliterationBehavior: z.string().nullish(),
});

/** Intune's records of enrolled devices, with removal that takes its time. */
export function managedDeviceRoutes(tenant: Tenant): readonly Route[] {
  const { managedDevices, users } = tenant.state;

  function list(request: GraphRequest): PracticeAnswer {
    return answerCollection(
      request,
      { path: PATH, pageSize: PAGE_SIZE, filters: FILTERS },
      managedDevices.all().map((row) => bodyOf(request, row)),
    );
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    return answerEntity(request, PATH, bodyOf(request, findDevice(id)));
  }

  function remove(_request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const device = findDevice(id);
    if (!queueManagedDeviceRemoval(tenant, device)) throw notFound();
    return noContent;
  }

  /** An action that stays pending: nothing on the practice bench will carry it out. */
  function act(actionName: string, schema: z.ZodType, betaSchema: z.ZodType = schema) {
    return (request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer => {
      const device = findDevice(id);
      readBody(request, request.version === 'beta' ? betaSchema : schema);
      const now = isoTime(tenant.clock.now());
      const results = [
        ...z.array(actionResult).parse(JSON.parse(device.actions)),
        { actionName, actionState: 'pending', startDateTime: now, lastUpdatedDateTime: now },
      ];
      managedDevices.update(device.id, { actions: JSON.stringify(results) });
      return noContent;
    };
  }

  function rename(request: GraphRequest, keys: readonly string[]): PracticeAnswer {
    const { deviceName } = readBody(request, z.strictObject({ deviceName: z.string().min(1).max(15) }));
    managedDevices.update(findDevice(keys[0] ?? '').id, { deviceName });
    return noContent;
  }

  function findDevice(id: string): ManagedDeviceRow {
    const device = managedDevices.find(id);
    if (!device) throw notFound();
    return device;
  }

  function bodyOf(request: GraphRequest, row: ManagedDeviceRow): JsonObject {
    const user = row.userId === null ? undefined : users.find(row.userId);
    const common = {
      id: row.id,
      userId: row.userId ?? '',
      deviceName: row.deviceName,
      managedDeviceOwnerType: 'company',
      enrolledDateTime: isoTime(row.enrolledAt),
      lastSyncDateTime: isoTime(row.lastSyncAt),
      operatingSystem: 'Windows',
      complianceState: 'compliant',
      jailBroken: 'Unknown',
      managementAgent: 'mdm',
      osVersion: '10.0.26100.4652',
      easActivated: true,
      easActivationDateTime: NEVER,
      azureADRegistered: true,
      deviceEnrollmentType: row.enrollmentType,
      emailAddress: user?.userPrincipalName ?? '',
      azureADDeviceId: row.entraDeviceId,
      deviceRegistrationState: 'registered',
      isEncrypted: true,
      userPrincipalName: user?.userPrincipalName ?? '',
      model: row.model,
      manufacturer: row.manufacturer,
      serialNumber: row.serialNumber,
      userDisplayName: user?.displayName ?? '',
      managedDeviceName: `${row.deviceName}_Windows_${isoTime(row.enrolledAt).slice(0, 10)}`,
      enrollmentProfileName: row.enrollmentProfileName,
      deviceActionResults: z.array(actionResult).parse(JSON.parse(row.actions)),
    };
    if (request.version === 'v1.0') return common;
    return {
      ...common,
      autopilotEnrolled: row.autopilotEnrolled === 1,
      aadRegistered: true,
      azureActiveDirectoryDeviceId: row.entraDeviceId,
      joinType: row.joinType,
      skuFamily: 'Pro',
      deviceFirmwareConfigurationInterfaceManaged: false,
    };
  }

  const shared = { service: 'devices' } as const;
  const operate = { method: 'POST', versions: bothVersions, scopes: operateManagedDevices, ...shared } as const;
  return [
    { method: 'GET', pattern: `/${PATH}`, versions: bothVersions, scopes: readManagedDevices, ...shared, handle: list },
    {
      method: 'GET',
      pattern: `/${PATH}/*`,
      versions: bothVersions,
      scopes: readManagedDevices,
      ...shared,
      handle: get,
    },
    {
      method: 'DELETE',
      pattern: `/${PATH}/*`,
      versions: bothVersions,
      scopes: writeManagedDevices,
      ...shared,
      handle: remove,
    },
    { pattern: `/${PATH}/*/wipe`, ...operate, handle: act('factoryReset', wipeBody, betaWipeBody) },
    {
      pattern: `/${PATH}/*/cleanWindowsDevice`,
      ...operate,
      handle: act('cleanWindowsDevice', z.strictObject({ keepUserData: z.boolean() })),
    },
    { pattern: `/${PATH}/*/retire`, ...operate, handle: act('removeCompanyData', nothing) },
    { pattern: `/${PATH}/*/syncDevice`, ...operate, handle: act('deviceSync', nothing) },
    { pattern: `/${PATH}/*/rebootNow`, ...operate, handle: act('rebootNow', nothing) },
    { ...operate, pattern: `/${PATH}/*/setDeviceName`, versions: betaOnly, handle: rename },
  ];
}

function notFound(): PracticeError {
  return new PracticeError(404, 'ResourceNotFound', 'The resource was not found');
}
