import { z } from 'zod';
import { startEveryProfileEvaluation } from '../lifecycle/profileLifecycle.ts';
import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  noContent,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import type { DeploymentProfileRow, ProfileAssignmentRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { autopilotDeviceBody } from './autopilotDeviceBody.ts';
import { deploymentProfileBody, profileAssignmentBody } from './deploymentProfileBody.ts';
import { readServiceConfig, writeServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/windowsAutopilotDeploymentProfiles';
const PAGE_SIZE = 1000;

const assignmentBody = z.looseObject({
  target: z.looseObject({
    '@odata.type': z.enum([
      '#microsoft.graph.groupAssignmentTarget',
      '#microsoft.graph.exclusionGroupAssignmentTarget',
      '#microsoft.graph.allDevicesAssignmentTarget',
    ]),
    groupId: z.string().optional(),
  }),
});

/** Deployment profiles and their assignments; a changed assignment has every device evaluated anew. */
export function deploymentProfileRoutes(tenant: Tenant): readonly Route[] {
  const { profiles, profileAssignments, groups, devices } = tenant.state;

  function list(request: GraphRequest): PracticeAnswer {
    return answerCollection(
      request,
      { path: PATH, pageSize: PAGE_SIZE, filters: [] },
      profiles.all().map((row) => bodyOf(request, row)),
    );
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    return answerEntity(request, PATH, bodyOf(request, findProfile(id)));
  }

  function bodyOf(request: GraphRequest, profile: DeploymentProfileRow): JsonObject {
    const wantsAssignments = (request.query.get('$expand') ?? '').split(',').includes('assignments');
    return {
      ...deploymentProfileBody(profile),
      ...(wantsAssignments ? { assignments: assignmentsOf(profile.id).map(profileAssignmentBody) } : {}),
    };
  }

  function assignmentsOf(profileId: string): readonly ProfileAssignmentRow[] {
    return profileAssignments.all().filter((assignment) => assignment.profileId === profileId);
  }

  function listAssignments(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const { id: profileId } = findProfile(id);
    const path = `${PATH}/${profileId}/assignments`;
    return answerCollection(
      request,
      { path, pageSize: PAGE_SIZE, filters: [] },
      assignmentsOf(profileId).map(profileAssignmentBody),
    );
  }

  function getAssignment(request: GraphRequest, [id = '', assignmentId = '']: readonly string[]): PracticeAnswer {
    const assignment = findAssignment(id, assignmentId);
    return answerEntity(request, `${PATH}('${id}')/assignments`, profileAssignmentBody(assignment));
  }

  function addAssignment(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const profile = findProfile(id);
    const { target } = readBody(request, assignmentBody);
    const targetType = target['@odata.type'].replace('#microsoft.graph.', '');
    const groupId = target.groupId ?? null;
    if (targetType !== 'allDevicesAssignmentTarget' && (groupId === null || !groups.find(groupId))) {
      throw new PracticeError(400, 'BadRequest', 'An error has occurred');
    }
    const assignment = { id: `${profile.id}_${groupId ?? 'allDevices'}`, profileId: profile.id, targetType, groupId };
    if (profileAssignments.find(assignment.id)) throw new PracticeError(409, 'Conflict', 'An error has occurred');
    profileAssignments.insert(assignment);
    startEveryProfileEvaluation(tenant, tenant.clock.now());
    return answerEntity(request, `${PATH}('${profile.id}')/assignments`, profileAssignmentBody(assignment), 201);
  }

  function removeAssignment(_request: GraphRequest, [id = '', assignmentId = '']: readonly string[]): PracticeAnswer {
    profileAssignments.remove(findAssignment(id, assignmentId).id);
    startEveryProfileEvaluation(tenant, tenant.clock.now());
    return noContent;
  }

  function listAssignedDevices(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const { id: profileId } = findProfile(id);
    const rows = devices.all().filter((device) => device.isListed === 1 && device.deploymentProfileId === profileId);
    return answerCollection(
      request,
      { path: `${PATH}/${profileId}/assignedDevices`, pageSize: PAGE_SIZE, filters: [] },
      rows.map((row) => autopilotDeviceBody(row, request.version, 'listRow')),
    );
  }

  function findProfile(id: string): DeploymentProfileRow {
    const profile = profiles.find(id);
    if (!profile) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return profile;
  }

  function findAssignment(profileId: string, assignmentId: string): ProfileAssignmentRow {
    const assignment = profileAssignments.find(assignmentId);
    if (assignment?.profileId !== profileId) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return assignment;
  }

  const read = { method: 'GET', versions: betaOnly, service: 'enrollment', scopes: readServiceConfig } as const;
  const write = { versions: betaOnly, service: 'enrollment', scopes: writeServiceConfig } as const;
  return [
    { pattern: `/${PATH}`, ...read, handle: list },
    { pattern: `/${PATH}/*`, ...read, handle: get },
    { pattern: `/${PATH}/*/assignments`, ...read, handle: listAssignments },
    { pattern: `/${PATH}/*/assignments/*`, ...read, handle: getAssignment },
    { pattern: `/${PATH}/*/assignedDevices`, ...read, handle: listAssignedDevices },
    { method: 'POST', pattern: `/${PATH}/*/assignments`, ...write, handle: addAssignment },
    { method: 'DELETE', pattern: `/${PATH}/*/assignments/*`, ...write, handle: removeAssignment },
  ];
}
