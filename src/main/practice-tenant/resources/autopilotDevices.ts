import { z } from 'zod';
import { answerActionResult, answerCollection, answerEntity, type SkipToken } from '../protocol/collection.ts';
import {
  PracticeError,
  noContent,
  textOf,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, bothVersions, type Route } from '../protocol/routes.ts';
import type { PracticeDeviceRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';
import { autopilotDeviceBody } from './autopilotDeviceBody.ts';
import { deploymentProfileBody } from './deploymentProfileBody.ts';
import { findListedDevice } from './findListedDevice.ts';
import { readServiceConfig, writeServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/windowsAutopilotDeviceIdentities';

/**
 * Intune's token names the serial number a page ended with and nothing else: where a serial number repeats, a page can
 * lead to itself (microsoft-graph-docs#8186).
 */
const serialToken: SkipToken = {
  write: (row) => `LastSerialNumber='${textOf(row, 'serialNumber')}'`,
  read(rows, token) {
    const serialNumber = /^LastSerialNumber='(.*)'$/.exec(token)?.[1];
    if (serialNumber === undefined) return null;
    const lastIndex = rows.findIndex((row) => row['serialNumber'] === serialNumber);
    if (lastIndex >= 0) return lastIndex + 1;
    // The device that the page ended with has been removed meanwhile.
    return rows.filter((row) => textOf(row, 'serialNumber') < serialNumber).length;
  },
};

const rules = {
  path: PATH,
  filters: ['contains serialNumber', 'eq azureActiveDirectoryDeviceId'],
  skipToken: serialToken,
};

/** Reading and removing registered devices. */
export function autopilotDeviceRoutes(tenant: Tenant): readonly Route[] {
  const { devices, profiles, managedDevices, dueEvents } = tenant.state;

  function list(request: GraphRequest): PracticeAnswer {
    refuseSelect(request);
    refuseGuidLikeSerial(request);
    const rows = devices.all().filter((device) => device.isListed === 1);
    return answerCollection(
      request,
      { ...rules, pageSize: tenant.pageSize },
      rows.map((row) => autopilotDeviceBody(row, request.version, 'listRow')),
    );
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    refuseSelect(request);
    const device = findListedDevice(tenant, id);
    const body = autopilotDeviceBody(device, request.version, 'single');
    return answerEntity(request, PATH, { ...body, ...expandedProfiles(request, device) });
  }

  function expandedProfiles(request: GraphRequest, device: PracticeDeviceRow): JsonObject {
    const names = (request.query.get('$expand') ?? '').split(',').map((name) => name.trim());
    if (request.version === 'v1.0') return {};
    return {
      ...(names.includes('deploymentProfile') ? { deploymentProfile: profileOf(device.deploymentProfileId) } : {}),
      ...(names.includes('intendedDeploymentProfile')
        ? { intendedDeploymentProfile: profileOf(device.intendedProfileId) }
        : {}),
    };
  }

  function profileOf(profileId: string | null): JsonObject | null {
    const profile = profileId === null ? undefined : profiles.find(profileId);
    return profile ? deploymentProfileBody(profile) : null;
  }

  function getProfile(which: 'deploymentProfileId' | 'intendedProfileId') {
    return (request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer => {
      const profile = profileOf(findListedDevice(tenant, id)[which]);
      if (!profile) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
      return answerEntity(request, 'deviceManagement/windowsAutopilotDeploymentProfiles', profile);
    };
  }

  function remove(_request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const device = findListedDevice(tenant, id);
    if (device.removalQueuedAt !== null) throw new PracticeError(404, 'ResourceNotFound', 'Device not found');
    if (isEnrolled(device)) throw new PracticeError(400, 'BadRequest', 'An error has occurred');
    queueRemoval(device);
    return noContent;
  }

  function removeMany(request: GraphRequest): PracticeAnswer {
    const { serialNumbers } = readBody(request, z.strictObject({ serialNumbers: z.array(z.string()) }));
    const states = serialNumbers.map((serialNumber) => {
      const device = devices.all().find((row) => row.serialNumber.toLowerCase() === serialNumber.toLowerCase());
      const common = { serialNumber, deviceRegistrationId: device?.id ?? '' };
      if (!device || isEnrolled(device))
        return { ...common, deletionState: 'failed', errorMessage: 'An error has occurred' };
      if (device.removalQueuedAt === null) queueRemoval(device);
      return { ...common, deletionState: 'accepted', errorMessage: '' };
    });
    return answerActionResult(request, 'deletedWindowsAutopilotDeviceState', states);
  }

  /** An enrolled device has to lose its Intune device first. */
  function isEnrolled(device: PracticeDeviceRow): boolean {
    return device.managedDeviceId !== null && managedDevices.find(device.managedDeviceId) !== undefined;
  }

  function queueRemoval(device: PracticeDeviceRow): void {
    const now = tenant.clock.now();
    devices.update(device.id, { removalQueuedAt: now });
    dueEvents.add('deviceRemoved', device.id, now + delayFor(tenant, 'removal', device.serialNumber));
  }

  const read = { method: 'GET', service: 'enrollment', scopes: readServiceConfig } as const;
  const write = { service: 'enrollment', scopes: writeServiceConfig } as const;
  return [
    { ...read, pattern: `/${PATH}`, versions: bothVersions, handle: list },
    { ...read, pattern: `/${PATH}/*`, versions: bothVersions, handle: get },
    { ...read, pattern: `/${PATH}/*/deploymentProfile`, versions: betaOnly, handle: getProfile('deploymentProfileId') },
    {
      ...read,
      pattern: `/${PATH}/*/intendedDeploymentProfile`,
      versions: betaOnly,
      handle: getProfile('intendedProfileId'),
    },
    { ...write, method: 'DELETE', pattern: `/${PATH}/*`, versions: bothVersions, handle: remove },
    { ...write, method: 'POST', pattern: `/${PATH}/deleteDevices`, versions: betaOnly, handle: removeMany },
  ];
}

/** The service answers 500 to any `$select` here (reported in July 2026, DeviceOffboardingManager#65). */
function refuseSelect(request: GraphRequest): void {
  if (!request.query.has('$select')) return;
  throw new PracticeError(500, 'InternalServerError', 'An internal server error has occurred');
}

/** Nobody knows why, and Microsoft has not said (msgraph-sdk-powershell#2464). */
function refuseGuidLikeSerial(request: GraphRequest): void {
  const filter = request.query.get('$filter') ?? '';
  if (/serialNumber,\s*'[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}'/i.test(filter))
    throw new PracticeError(400, 'BadRequest', 'An error has occurred');
}
