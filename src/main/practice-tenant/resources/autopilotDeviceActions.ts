import { z } from 'zod';
import { isForeignUser } from '../directory.ts';
import { queueChange, type PracticeDeviceChange } from '../lifecycle/deviceChanges.ts';
import {
  PracticeError,
  noContent,
  okWithoutBody,
  type PracticeAnswer,
  type GraphRequest,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, bothVersions, type Route } from '../protocol/routes.ts';
import type { PracticeDeviceRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { findListedDevice } from './findListedDevice.ts';
import { writeServiceConfig } from './scopes.ts';

const DEVICE = '/deviceManagement/windowsAutopilotDeviceIdentities/*';

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

/** The actions that change one device; what they change is read back only a little later. */
export function autopilotDeviceActionRoutes(tenant: Tenant): readonly Route[] {
  function assignUser(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const device = findListedDevice(tenant, id);
    const { userPrincipalName, addressableUserName } = readBody(request, assignUserBody);
    const wanted = userPrincipalName?.toLowerCase();
    const user = tenant.state.users.all().find((row) => row.userPrincipalName.toLowerCase() === wanted);
    if (!user) throw refusal();
    change(device, { userPrincipalName: user.userPrincipalName, addressableUserName: addressableUserName ?? '' });
    return okWithoutBody;
  }

  function unassignUser(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const device = findListedDevice(tenant, id);
    readBody(request, z.strictObject({}));
    change(device, { userPrincipalName: '', addressableUserName: '' });
    return okWithoutBody;
  }

  function updateProperties(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const device = findListedDevice(tenant, id);
    const body = readBody(request, request.version === 'beta' ? betaUpdateBody : updateBody);
    refuseBadName(body.displayName);
    if (isForeignUser(body.userPrincipalName)) throw refusal();
    change(device, {
      ...(typeof body.groupTag === 'string' ? { groupTag: body.groupTag } : {}),
      ...(typeof body.displayName === 'string' ? { displayName: body.displayName } : {}),
      // An empty user is not a removal; unassignUserFromDevice is.
      ...(body.userPrincipalName ? { userPrincipalName: body.userPrincipalName } : {}),
      ...(body.addressableUserName ? { addressableUserName: body.addressableUserName } : {}),
    });
    return okWithoutBody;
  }

  function change(device: PracticeDeviceRow, wanted: PracticeDeviceChange): void {
    queueChange(tenant, device, wanted, tenant.clock.now());
  }

  function allowNextEnrollment(_request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const device = findListedDevice(tenant, id);
    tenant.state.devices.update(device.id, {
      userlessEnrollmentStatus: 'allowed',
      ...(device.enrollmentState === 'blocked' ? { enrollmentState: 'notContacted' } : {}),
    });
    return noContent;
  }

  const action = { method: 'POST', service: 'enrollment', scopes: writeServiceConfig } as const;
  return [
    { ...action, pattern: `${DEVICE}/assignUserToDevice`, versions: bothVersions, handle: assignUser },
    { ...action, pattern: `${DEVICE}/unassignUserFromDevice`, versions: bothVersions, handle: unassignUser },
    { ...action, pattern: `${DEVICE}/updateDeviceProperties`, versions: bothVersions, handle: updateProperties },
    { ...action, pattern: `${DEVICE}/allowNextEnrollment`, versions: betaOnly, handle: allowNextEnrollment },
  ];
}

function refusal(): PracticeError {
  return new PracticeError(400, 'BadRequest', 'An error has occurred');
}

function refuseBadName(displayName: string | null | undefined): void {
  if (displayName && !deviceNamePattern.test(displayName)) throw refusal();
}
