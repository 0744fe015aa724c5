import { z } from 'zod';
import { isInDynamicGroup } from '../lifecycle/dynamicGroups.ts';
import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  noContent,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { bothVersions, type Route } from '../protocol/routes.ts';
import { searchRows } from '../protocol/search.ts';
import type { GroupRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { readDevices, readGroups, writeGroups } from './scopes.ts';

const PAGE_SIZE = 100;

/** Intune’s app that puts devices into groups, by one of its two names. */
const PROVISIONING_CLIENT: JsonObject = {
  '@odata.type': '#microsoft.graph.servicePrincipal',
  id: '5c1d4a52-0f0e-4b6a-9a53-6f0c5a1b7d10',
  appId: 'f1346770-5b25-470b-88bd-d5744ab7952c',
  displayName: 'Intune Autopilot ConfidentialClient',
};

/** Groups with members, direct or by a rule; profiles reach devices by them. */
export function groupRoutes(tenant: Tenant): readonly Route[] {
  const { groups, devices, entraDevices, users, database } = tenant.state;
  const memberIds = database.prepare<[string], { readonly memberId: string }>(
    'SELECT member_id AS memberId FROM group_member WHERE group_id = ?',
  );
  const addMemberId = database.prepare<[string, string]>(
    'INSERT INTO group_member (group_id, member_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const removeMemberId = database.prepare<[string, string]>(
    'DELETE FROM group_member WHERE group_id = ? AND member_id = ?',
  );

  function list(request: GraphRequest): PracticeAnswer {
    const rules = {
      path: 'groups',
      pageSize: PAGE_SIZE,
      filters: ['eq displayName', 'startswith displayName'],
      refusesLargeTop: true,
    };
    return answerCollection(request, rules, searchRows(request, groups.all().map(groupBody)));
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    return answerEntity(request, 'groups', groupBody(findGroup(id)));
  }

  function listMembers(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const group = findGroup(id);
    const rows = group.membershipRule === null ? assignedMembers(group) : dynamicMembers(group);
    return answerCollection(
      request,
      { path: 'directoryObjects', pageSize: PAGE_SIZE, filters: [], refusesLargeTop: true },
      rows,
    );
  }

  function assignedMembers(group: GroupRow): readonly JsonObject[] {
    return memberIds.all(group.id).flatMap(({ memberId }) => {
      const user = users.find(memberId);
      if (user)
        return [
          {
            '@odata.type': '#microsoft.graph.user',
            id: user.id,
            displayName: user.displayName,
            userPrincipalName: user.userPrincipalName,
          },
        ];
      const device = entraDevices.find(memberId);
      return device ? [deviceMember(device)] : [];
    });
  }

  function dynamicMembers(group: GroupRow): readonly JsonObject[] {
    const ztdIds = new Set(
      devices
        .all()
        .filter((device) => isInDynamicGroup(group, device))
        .map(({ id }) => id),
    );
    return entraDevices
      .all()
      .filter(({ ztdId }) => ztdId !== null && ztdIds.has(ztdId))
      .map(deviceMember);
  }

  /** No group here is in another one. Whoever may not read groups gets them without a name. */
  function listGroupsOfDevice(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const device = entraDevices.find(id);
    if (!device) throw notFound(id);
    const registered = device.ztdId === null ? undefined : devices.find(device.ztdId);
    const isIn = (group: GroupRow): boolean =>
      group.membershipRule === null
        ? memberIds.all(group.id).some(({ memberId }) => memberId === id)
        : registered !== undefined && isInDynamicGroup(group, registered);
    const { scopes } = request.caller;
    const seesNames = scopes === null || readGroups.some((scope) => scopes.includes(scope));
    const rows = groups
      .all()
      .filter(isIn)
      .map((group) => ({
        '@odata.type': '#microsoft.graph.group',
        id: group.id,
        displayName: seesNames ? group.displayName : null,
      }));
    const path = `devices/${id}/transitiveMemberOf`;
    return answerCollection(request, { path, pageSize: PAGE_SIZE, filters: [], refusesLargeTop: true }, rows);
  }

  function listOwners(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const { hasProvisioningOwner } = findGroup(id);
    const rows = hasProvisioningOwner === 1 ? [PROVISIONING_CLIENT] : [];
    return answerCollection(
      request,
      { path: 'directoryObjects', pageSize: PAGE_SIZE, filters: [], refusesLargeTop: true },
      // v1.0 once left apps out of the owners of a group; the practice tenant still does.
      request.version === 'beta' ? rows : [],
    );
  }

  function addMember(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const group = findAssignedGroup(id);
    const reference = readBody(request, z.strictObject({ '@odata.id': z.string() }))['@odata.id'];
    const memberId = reference.split('/').at(-1) ?? '';
    if (!users.find(memberId) && !entraDevices.find(memberId)) throw notFound(memberId);
    const { changes } = addMemberId.run(group.id, memberId);
    if (changes === 0) {
      throw new PracticeError(
        400,
        'Request_BadRequest',
        "One or more added object references already exist for the following modified properties: 'members'.",
      );
    }
    return noContent;
  }

  function removeMember(_request: GraphRequest, [id = '', memberId = '']: readonly string[]): PracticeAnswer {
    const { changes } = removeMemberId.run(findAssignedGroup(id).id, memberId);
    if (changes === 0) throw notFound(memberId);
    return noContent;
  }

  function findGroup(id: string): GroupRow {
    const group = groups.find(id);
    if (!group) throw notFound(id);
    return group;
  }

  function findAssignedGroup(id: string): GroupRow {
    const group = findGroup(id);
    if (group.membershipRule === null) return group;
    throw new PracticeError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  }

  const read = { method: 'GET', versions: bothVersions, service: 'directory', scopes: readGroups } as const;
  const write = { versions: bothVersions, service: 'directory', scopes: writeGroups } as const;
  return [
    { pattern: '/groups', ...read, handle: list },
    { pattern: '/groups/*', ...read, handle: get },
    { pattern: '/groups/*/members', ...read, handle: listMembers },
    { pattern: '/groups/*/owners', ...read, handle: listOwners },
    { pattern: '/devices/*/transitiveMemberOf', ...read, scopes: readDevices, handle: listGroupsOfDevice },
    { method: 'POST', pattern: '/groups/*/members/$ref', ...write, handle: addMember },
    { method: 'DELETE', pattern: '/groups/*/members/*/$ref', ...write, handle: removeMember },
  ];
}

function notFound(key: string): PracticeError {
  return new PracticeError(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function deviceMember(device: {
  readonly id: string;
  readonly deviceId: string;
  readonly displayName: string;
}): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.device',
    id: device.id,
    deviceId: device.deviceId,
    displayName: device.displayName,
  };
}

function groupBody(group: GroupRow): JsonObject {
  const isDynamic = group.membershipRule !== null;
  return {
    id: group.id,
    displayName: group.displayName,
    description: group.description,
    groupTypes: isDynamic ? ['DynamicMembership'] : [],
    mail: null,
    mailEnabled: false,
    mailNickname: group.displayName.replaceAll(/\W/g, ''),
    membershipRule: group.membershipRule,
    membershipRuleProcessingState: isDynamic ? 'On' : null,
    securityEnabled: true,
    isAssignableToRole: group.isRoleAssignable === 1,
  };
}
