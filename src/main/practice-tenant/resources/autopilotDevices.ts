import { z } from 'zod';
import { queueChange, type DeviceChange } from '../lifecycle/deviceChanges.ts';
import { answerActionResult, answerCollection, answerEntity, type SkipToken } from '../protocol/collection.ts';
import {
  GraphError,
  noContent,
  okWithoutBody,
  textOf,
  type GraphAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, bothVersions, type Route } from '../protocol/routes.ts';
import type { AutopilotDeviceRow, UserRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';
import { DOMAIN } from '../directory.ts';
import { autopilotDeviceBody } from './autopilotDeviceBody.ts';
import { deploymentProfileBody } from './deploymentProfileBody.ts';
import { readServiceConfig, writeServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/windowsAutopilotDeviceIdentities';
const PAGE_SIZE = 1000;

/** NetBIOS: at most 15 letters, digits and hyphens, not digits alone. */
const deviceNamePattern = /^(?!\d+$)[A-Za-z0-9-]{1,15}$/;

const nullableText = z.string().nullish();

const assignUserBody = z.strictObject({ userPrincipalName: nullableText, addressableUserName: nullableText });

const updateBody = z.strictObject({
  userPrincipalName: nullableText,
  addressableUserName: nullableText,
  groupTag: nullableText,
  displayName: nullableText,
});

const betaUpdateBody = updateBody.extend({
  deviceAccountUpn: nullableText,
  deviceAccountPassword: nullableText,
  deviceFriendlyName: nullableText,
});

const emptyBody = z.strictObject({});

/** Intune's token names the serial number a page ended with; the id is ours, because serial numbers repeat. */
const serialToken: SkipToken = {
  write: (row) => `LastSerialNumber='${textOf(row, 'serialNumber')}',LastId='${textOf(row, 'id')}'`,
  isLast: (row, token) => token.endsWith(`LastId='${textOf(row, 'id')}'`),
};

export function autopilotDeviceRoutes(tenant: Tenant): readonly Route[] {
  const { devices } = tenant.state;

  function list(request: GraphRequest): GraphAnswer {
    if (request.query.has('$select'))
      throw new GraphError(500, 'InternalServerError', 'An internal server error has occurred');
    const rows = devices.all().filter((device) => device.isListed === 1);
    return answerCollection(
      request,
      {
        path: PATH,
        pageSize: PAGE_SIZE,
        filters: ['contains serialNumber', 'eq azureActiveDirectoryDeviceId'],
        skipToken: serialToken,
      },
      rows.map((row) => autopilotDeviceBody(row, request.version, 'listRow')),
    );
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): GraphAnswer {
    if (request.query.has('$select'))
      throw new GraphError(500, 'InternalServerError', 'An internal server error has occurred');
    const device = findDevice(tenant, id);
    const body = autopilotDeviceBody(device, request.version, 'single');
    return answerEntity(request, PATH, { ...body, ...expandedProfiles(request, device) });
  }

  function expandedProfiles(request: GraphRequest, device: AutopilotDeviceRow): JsonObject {
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
    const profile = profileId === null ? undefined : tenant.state.profiles.find(profileId);
    return profile ? deploymentProfileBody(profile) : null;
  }

  function getProfile(request: GraphRequest, profileId: string | null): GraphAnswer {
    const profile = profileOf(profileId);
    if (!profile) throw new GraphError(404, 'ResourceNotFound', 'An error has occurred');
    return answerEntity(request, 'deviceManagement/windowsAutopilotDeploymentProfiles', profile);
  }

  function assignUser(request: GraphRequest, [id = '']: readonly string[]): GraphAnswer {
    const device = findDevice(tenant, id);
    const { userPrincipalName, addressableUserName } = readBody(request, assignUserBody);
    const user = findUser(tenant, userPrincipalName ?? '');
    if (!user) throw new GraphError(400, 'BadRequest', 'An error has occurred');
    change(device, { userPrincipalName: user.userPrincipalName, addressableUserName: addressableUserName ?? '' });
    return okWithoutBody;
  }

  function unassignUser(request: GraphRequest, [id = '']: readonly string[]): GraphAnswer {
    const device = findDevice(tenant, id);
    readBody(request, emptyBody);
    change(device, { userPrincipalName: '', addressableUserName: '' });
    return okWithoutBody;
  }

  function updateProperties(request: GraphRequest, [id = '']: readonly string[]): GraphAnswer {
    const device = findDevice(tenant, id);
    const body = readBody(request, request.version === 'beta' ? betaUpdateBody : updateBody);
    refuseBadName(body.displayName);
    refuseForeignDomain(body.userPrincipalName);
    change(device, {
      ...(typeof body.groupTag === 'string' ? { groupTag: body.groupTag } : {}),
      ...(typeof body.displayName === 'string' ? { displayName: body.displayName } : {}),
      // An empty name does not clear the user here; unassignUserFromDevice does.
      ...(body.userPrincipalName ? { userPrincipalName: body.userPrincipalName } : {}),
      ...(body.addressableUserName ? { addressableUserName: body.addressableUserName } : {}),
    });
    return okWithoutBody;
  }

  function change(device: AutopilotDeviceRow, wanted: DeviceChange): void {
    queueChange(tenant, device, wanted, tenant.clock.now());
  }

  function allowNextEnrollment(_request: GraphRequest, [id = '']: readonly string[]): GraphAnswer {
    const device = findDevice(tenant, id);
    devices.update(device.id, {
      userlessEnrollmentStatus: 'allowed',
      ...(device.enrollmentState === 'blocked' ? { enrollmentState: 'notContacted' } : {}),
    });
    return noContent;
  }

  function remove(_request: GraphRequest, [id = '']: readonly string[]): GraphAnswer {
    const device = findDevice(tenant, id);
    if (device.removalQueuedAt !== null) throw notFound();
    if (device.managedDeviceId !== null && tenant.state.managedDevices.find(device.managedDeviceId)) {
      throw new GraphError(400, 'BadRequest', 'An error has occurred');
    }
    queueRemoval(tenant, device);
    return noContent;
  }

  function removeMany(request: GraphRequest): GraphAnswer {
    const { serialNumbers } = readBody(request, z.strictObject({ serialNumbers: z.array(z.string()) }));
    const value = serialNumbers.map((serialNumber) => {
      const device = devices.all().find((row) => row.serialNumber.toLowerCase() === serialNumber.toLowerCase());
      if (!device || device.managedDeviceId !== null) {
        return {
          serialNumber,
          deviceRegistrationId: device?.id ?? '',
          deletionState: 'failed',
          errorMessage: 'An error has occurred',
        };
      }
      if (device.removalQueuedAt === null) queueRemoval(tenant, device);
      return { serialNumber, deviceRegistrationId: device.id, deletionState: 'accepted', errorMessage: '' };
    });
    return answerActionResult(request, 'deletedWindowsAutopilotDeviceState', value);
  }

  const read = { service: 'enrollment', scopes: readServiceConfig } as const;
  const write = { service: 'enrollment', scopes: writeServiceConfig } as const;
  return [
    { method: 'GET', pattern: `/${PATH}`, versions: bothVersions, ...read, handle: list },
    { method: 'POST', pattern: `/${PATH}/deleteDevices`, versions: betaOnly, ...write, handle: removeMany },
    { method: 'GET', pattern: `/${PATH}/*`, versions: bothVersions, ...read, handle: get },
    { method: 'DELETE', pattern: `/${PATH}/*`, versions: bothVersions, ...write, handle: remove },
    { method: 'POST', pattern: `/${PATH}/*/assignUserToDevice`, versions: bothVersions, ...write, handle: assignUser },
    {
      method: 'POST',
      pattern: `/${PATH}/*/unassignUserFromDevice`,
      versions: bothVersions,
      ...write,
      handle: unassignUser,
    },
    {
      method: 'POST',
      pattern: `/${PATH}/*/updateDeviceProperties`,
      versions: bothVersions,
      ...write,
      handle: updateProperties,
    },
    {
      method: 'POST',
      pattern: `/${PATH}/*/allowNextEnrollment`,
      versions: betaOnly,
      ...write,
      handle: allowNextEnrollment,
    },
    {
      method: 'GET',
      pattern: `/${PATH}/*/deploymentProfile`,
      versions: betaOnly,
      ...read,
      handle: (request, [id = '']) => getProfile(request, findDevice(tenant, id).deploymentProfileId),
    },
    {
      method: 'GET',
      pattern: `/${PATH}/*/intendedDeploymentProfile`,
      versions: betaOnly,
      ...read,
      handle: (request, [id = '']) => getProfile(request, findDevice(tenant, id).intendedProfileId),
    },
  ];
}

function queueRemoval(tenant: Tenant, device: AutopilotDeviceRow): void {
  const now = tenant.clock.now();
  tenant.state.devices.update(device.id, { removalQueuedAt: now });
  tenant.state.dueEvents.add('deviceRemoved', device.id, now + delayFor(tenant, 'removal', device.serialNumber));
}

function findDevice(tenant: Tenant, id: string): AutopilotDeviceRow {
  const device = tenant.state.devices.find(id.toLowerCase());
  if (device?.isListed !== 1) throw notFound();
  return device;
}

function findUser(tenant: Tenant, userPrincipalName: string): UserRow | undefined {
  const wanted = userPrincipalName.toLowerCase();
  return tenant.state.users.all().find((user) => user.userPrincipalName.toLowerCase() === wanted);
}

function notFound(): GraphError {
  return new GraphError(404, 'ResourceNotFound', 'Device not found');
}

function refuseBadName(displayName: string | null | undefined): void {
  if (!displayName || deviceNamePattern.test(displayName)) return;
  throw new GraphError(400, 'BadRequest', 'An error has occurred');
}

/** Intune looks at the domain of a user alone, not at the user (Microsoft Learn, manual registration). */
function refuseForeignDomain(userPrincipalName: string | null | undefined): void {
  if (!userPrincipalName || userPrincipalName.toLowerCase().endsWith(`@${DOMAIN}`)) return;
  throw new GraphError(400, 'BadRequest', 'An error has occurred');
}
