import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  type GraphRequest,
  type JsonObject,
  type PracticeAnswer,
  type PracticeVersion,
} from '../protocol/graphMessages.ts';
import { betaOnly, bothVersions, type Route } from '../protocol/routes.ts';
import type { DeviceScriptRow, MobileAppRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { readApps, readScripts } from './scopes.ts';

const APPS = 'deviceAppManagement/mobileApps';
const SCRIPTS = 'deviceManagement/deviceManagementScripts';
const PAGE_SIZE = 1000;

/** Apps and scripts of Intune, and whom they are assigned to. */
export function appAndScriptRoutes(tenant: Tenant): readonly Route[] {
  const { mobileApps, deviceScripts } = tenant.state;
  const paged = (request: GraphRequest, path: string, rows: readonly JsonObject[]): PracticeAnswer =>
    answerCollection(request, { path, pageSize: PAGE_SIZE, filters: [] }, rows);

  const app = (id: string): MobileAppRow => mobileApps.find(id) ?? notFound();
  const script = (id: string): DeviceScriptRow => deviceScripts.find(id) ?? notFound();
  const service = { method: 'GET', service: 'devices' } as const;
  const apps = { ...service, versions: bothVersions, scopes: readApps };
  const scripts = { ...service, versions: betaOnly, scopes: readScripts };
  return [
    {
      ...apps,
      pattern: `/${APPS}`,
      handle: (request) => paged(request, APPS, mobileApps.all().map(appBodyIn(request.version))),
    },
    {
      ...apps,
      pattern: `/${APPS}/*`,
      handle: (request, [id = '']) => answerEntity(request, APPS, appBodyIn(request.version)(app(id))),
    },
    {
      ...apps,
      pattern: `/${APPS}/*/assignments`,
      handle: (request, [id = '']) => {
        const { requiredGroupId } = app(id);
        const rows = requiredGroupId === null ? [] : [appAssignment(id, requiredGroupId)];
        return paged(request, `${APPS}/${id}/assignments`, rows);
      },
    },
    {
      ...scripts,
      pattern: `/${SCRIPTS}`,
      handle: (request) => paged(request, SCRIPTS, deviceScripts.all().map(scriptBody)),
    },
    {
      ...scripts,
      pattern: `/${SCRIPTS}/*`,
      handle: (request, [id = '']) => answerEntity(request, SCRIPTS, scriptBody(script(id))),
    },
    {
      ...scripts,
      pattern: `/${SCRIPTS}/*/assignments`,
      handle: (request, [id = '']) => {
        const { groupId } = script(id);
        const rows = groupId === null ? [] : [{ id: `${id}:${groupId}`, target: groupTarget(groupId) }];
        return paged(request, `${SCRIPTS}/${id}/assignments`, rows);
      },
    },
  ];
}

function notFound(): never {
  throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
}

/** What each version of Graph tells of an app: v1.0 has it, and neither its kind nor what it runs as. */
function appBodyIn(version: PracticeVersion): (app: MobileAppRow) => JsonObject {
  return ({ id, displayName, type, runAs, requiredGroupId }) => ({
    '@odata.type': `#microsoft.graph.${version === 'beta' ? type : 'mobileApp'}`,
    id,
    displayName,
    publisher: 'Contoso Practice',
    publishingState: 'published',
    ...(version === 'beta' && {
      isAssigned: requiredGroupId !== null,
      dependentAppCount: 0,
      installExperience: { runAsAccount: runAs },
    }),
  });
}

const appAssignment = (id: string, groupId: string): JsonObject => ({
  id: `${id}_${groupId}_1_0`,
  intent: 'required',
  source: 'direct',
  sourceId: id,
  settings: null,
  target: groupTarget(groupId),
});

const groupTarget = (groupId: string): JsonObject => ({
  '@odata.type': '#microsoft.graph.groupAssignmentTarget',
  deviceAndAppManagementAssignmentFilterId: null,
  deviceAndAppManagementAssignmentFilterType: 'none',
  groupId,
});

function scriptBody({ id, displayName, runAs }: DeviceScriptRow): JsonObject {
  return {
    id,
    displayName,
    description: '',
    fileName: `${displayName.replaceAll(/\W+/g, '-')}.ps1`,
    scriptContent: null,
    runAsAccount: runAs,
    runAs32Bit: false,
    enforceSignatureCheck: false,
    roleScopeTagIds: ['0'],
  };
}
