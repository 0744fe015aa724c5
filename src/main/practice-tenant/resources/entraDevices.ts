import { physicalIdsOf } from '../lifecycle/dynamicGroups.ts';
import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  isoTime,
  noContent,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { bothVersions, type Route } from '../protocol/routes.ts';
import { searchRows } from '../protocol/search.ts';
import type { EntraDeviceRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { deleteDevices, readDevices } from './scopes.ts';

const PAGE_SIZE = 100;
const ALTERNATE_KEY = 'deviceId=';

/**
 * Device objects of Entra. Filters with `any` are refused without ConsistencyLevel, as Graph does (advanced queries).
 */
export function entraDeviceRoutes(tenant: Tenant): readonly Route[] {
  const { entraDevices, devices } = tenant.state;

  function list(request: GraphRequest): PracticeAnswer {
    refuseAnyWithoutConsistency(request);
    const rules = {
      path: 'devices',
      pageSize: PAGE_SIZE,
      refusesLargeTop: true,
      filters: ['eq deviceId', 'eq displayName', 'any physicalIds', 'startswith displayName'],
    };
    return answerCollection(request, rules, searchRows(request, entraDevices.all().map(deviceBody)));
  }

  function get(request: GraphRequest, [key = '']: readonly string[]): PracticeAnswer {
    return answerEntity(request, 'devices', deviceBody(findDevice(key)));
  }

  function remove(_request: GraphRequest, [key = '']: readonly string[]): PracticeAnswer {
    const device = findDevice(key);
    // While Autopilot holds the device, Entra refuses (memdocs#1435).
    if (device.ztdId !== null && devices.find(device.ztdId)) {
      throw new PracticeError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    }
    entraDevices.remove(device.id);
    return noContent;
  }

  function findDevice(key: string): EntraDeviceRow {
    const device = key.startsWith(ALTERNATE_KEY)
      ? entraDevices.all().find(({ deviceId }) => deviceId === key.slice(ALTERNATE_KEY.length))
      : entraDevices.find(key);
    if (!device) {
      throw new PracticeError(
        404,
        'Request_ResourceNotFound',
        `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
      );
    }
    return device;
  }

  const shared = { versions: bothVersions, service: 'directory' } as const;
  return [
    { method: 'GET', pattern: '/devices', scopes: readDevices, ...shared, handle: list },
    { method: 'GET', pattern: '/devices/*', scopes: readDevices, ...shared, handle: get },
    { method: 'DELETE', pattern: '/devices/*', scopes: deleteDevices, ...shared, handle: remove },
  ];
}

function refuseAnyWithoutConsistency(request: GraphRequest): void {
  const isAdvanced = (request.query.get('$filter') ?? '').includes('physicalIds/any');
  const isAllowed =
    request.headers['consistencylevel']?.toLowerCase() === 'eventual' && request.query.get('$count') === 'true';
  if (isAdvanced && !isAllowed)
    throw new PracticeError(
      400,
      'Request_UnsupportedQuery',
      "Unsupported or invalid query filter clause specified for property 'physicalIds' of resource 'Device'.",
    );
}

function deviceBody(device: EntraDeviceRow): JsonObject {
  return {
    id: device.id,
    deletedDateTime: null,
    accountEnabled: true,
    deviceId: device.deviceId,
    displayName: device.displayName,
    isCompliant: device.isManaged === 1 ? true : null,
    isManaged: device.isManaged === 1 ? true : null,
    manufacturer: device.manufacturer,
    model: device.model,
    operatingSystem: 'Windows',
    operatingSystemVersion: device.wasEnrolled === 1 ? '10.0.26100.4652' : null,
    onPremisesSyncEnabled: device.isHybrid === 1 ? true : null,
    physicalIds: device.ztdId === null ? [] : physicalIdsOf(device.ztdId, device.groupTag),
    profileType: 'RegisteredDevice',
    registrationDateTime: isoTime(device.registeredAt),
    trustType: device.isHybrid === 1 ? 'ServerAd' : 'AzureAd',
  };
}
