import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  NEVER,
  PracticeError,
  isoTimeOrNever,
  textOf,
  type GraphRequest,
  type JsonObject,
  type PracticeAnswer,
} from '../protocol/graphMessages.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import { fixedId } from '../fixedId.ts';
import { DEFAULT_PAGE, statusPageId, statusPagesOf, type PracticeStatusPage } from '../statusPageSeed.ts';
import type { Tenant } from '../tenant.ts';
import { readServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/deviceEnrollmentConfigurations';
const PAGE_SIZE = 1000;
const STATUS_PAGE = 'windows10EnrollmentCompletionPageConfiguration';

/** The configurations of enrollment: the default status page and those for groups, and the limit of devices. */
export function enrollmentConfigurationRoutes(tenant: Tenant): readonly Route[] {
  function all(): readonly JsonObject[] {
    const madeAt = isoTimeOrNever(tenant.state.profiles.all()[0]?.createdAt ?? null);
    const appIds = new Map(tenant.state.mobileApps.all().map(({ id, displayName }) => [displayName, id]));
    const pages = statusPagesOf(tenant.state).map(({ page, groupId }) => {
      const id = statusPageId(tenant, page.displayName);
      const blocking = page.blockingApps.flatMap((name) => appIds.get(name) ?? []);
      return { ...pageBody(id, page, blocking), createdDateTime: madeAt, assignments: [assignmentBody(id, groupId)] };
    });
    return [defaultPage(statusPageId(tenant, DEFAULT_PAGE)), limit(fixedId(tenant, 'limit')), ...pages];
  }

  function list(request: GraphRequest): PracticeAnswer {
    const rules = { path: PATH, pageSize: PAGE_SIZE, filters: ['eq deviceEnrollmentConfigurationType', 'eq priority'] };
    return answerCollection(
      request,
      rules,
      all().map((configuration) => expanded(request, configuration)),
    );
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    return answerEntity(request, PATH, expanded(request, find(id)));
  }

  function listAssignments(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const { assignments } = find(id);
    const rows = Array.isArray(assignments) ? assignments : [];
    return answerCollection(request, { path: `${PATH}('${id}')/assignments`, pageSize: PAGE_SIZE, filters: [] }, rows);
  }

  function find(id: string): JsonObject {
    const found = all().find((configuration) => textOf(configuration, 'id') === id);
    if (!found) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return found;
  }

  const read = { method: 'GET', versions: betaOnly, service: 'enrollment', scopes: readServiceConfig } as const;
  return [
    { pattern: `/${PATH}`, ...read, handle: list },
    { pattern: `/${PATH}/*`, ...read, handle: get },
    { pattern: `/${PATH}/*/assignments`, ...read, handle: listAssignments },
  ];
}

function expanded(request: GraphRequest, { assignments, ...configuration }: JsonObject): JsonObject {
  const isWanted = (request.query.get('$expand') ?? '').split(',').includes('assignments');
  return isWanted ? { ...configuration, assignments: assignments ?? [] } : configuration;
}

function pageBody(id: string, page: PracticeStatusPage, appIds: readonly string[]): JsonObject {
  return {
    '@odata.type': `#microsoft.graph.${STATUS_PAGE}`,
    id,
    displayName: page.displayName,
    description: page.description,
    priority: page.priority,
    createdDateTime: NEVER,
    lastModifiedDateTime: NEVER,
    version: 1,
    roleScopeTagIds: ['0'],
    deviceEnrollmentConfigurationType: STATUS_PAGE,
    showInstallationProgress: page.showsProgress,
    // The portal's “Block device use until all apps and profiles are installed”, the other way round.
    blockDeviceSetupRetryByUser: !page.showsProgress,
    allowDeviceResetOnInstallFailure: page.showsProgress,
    allowLogCollectionOnInstallFailure: page.showsProgress,
    customErrorMessage: '',
    installProgressTimeoutInMinutes: page.timeoutMinutes,
    allowDeviceUseOnInstallFailure: false,
    selectedMobileAppIds: appIds,
    allowNonBlockingAppInstallation: appIds.length > 0,
    installQualityUpdates: false,
    trackInstallProgressForAutopilotOnly: true,
    disableUserStatusTrackingAfterFirstUser: true,
  };
}

/** Of all devices that no other page reaches; it shows no progress until somebody turns that on. */
function defaultPage(id: string): JsonObject {
  return pageBody(
    id,
    {
      displayName: DEFAULT_PAGE,
      description: 'This is the default enrollment status screen configuration.',
      priority: 0,
      group: '',
      showsProgress: false,
      timeoutMinutes: 0,
      blockingApps: [],
    },
    [],
  );
}

function limit(id: string): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.deviceEnrollmentLimitConfiguration',
    id: `${id}_DefaultLimit`,
    displayName: 'All users',
    description: '',
    priority: 0,
    createdDateTime: NEVER,
    lastModifiedDateTime: NEVER,
    version: 0,
    roleScopeTagIds: ['0'],
    deviceEnrollmentConfigurationType: 'limit',
    limit: 15,
  };
}

function assignmentBody(sourceId: string, groupId: string): JsonObject {
  return {
    id: `${sourceId}_${groupId}`,
    source: 'direct',
    sourceId,
    target: {
      '@odata.type': '#microsoft.graph.groupAssignmentTarget',
      deviceAndAppManagementAssignmentFilterId: null,
      deviceAndAppManagementAssignmentFilterType: 'none',
      groupId,
    },
  };
}
