import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  isoTime,
  type GraphRequest,
  type JsonObject,
  type PracticeAnswer,
} from '../protocol/graphMessages.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import type { PreparationPolicyRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { readConfiguration } from './scopes.ts';

const PATH = 'deviceManagement/configurationPolicies';
const PAGE_SIZE = 1000;
const USER_DRIVEN_TEMPLATE = '80d33118-b7b4-40d8-b15f-81be745e053f_1';
const SETTING = 'enrollment_autopilot_dpp_';

/** The filter that tools use for policies of enrollment; every other is refused. */
const OF_ENROLLMENT =
  /^\(technologies has 'enrollment'\) and \(platforms eq 'windows10'\) and \(TemplateReference\/templateFamily eq 'enrollmentConfiguration'\)$/i;

/** Policies of device preparation, as the settings catalogue has them; and the device group as enrollment knows it. */
export function configurationPolicyRoutes(tenant: Tenant): readonly Route[] {
  const { preparationPolicies, groups, mobileApps, deviceScripts } = tenant.state;

  function list(request: GraphRequest): PracticeAnswer {
    const filter = request.query.get('$filter') ?? '';
    if (filter !== '' && !OF_ENROLLMENT.test(filter))
      throw new PracticeError(400, 'BadRequest', 'An error has occurred');
    const query = new URLSearchParams(request.query);
    query.delete('$filter');
    const rows = preparationPolicies.all().map(policyBody);
    return answerCollection({ ...request, query }, { path: PATH, pageSize: PAGE_SIZE, filters: [] }, rows);
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    return answerEntity(request, PATH, policyBody(find(id)));
  }

  function listSettings(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const path = `${PATH}/${id}/settings`;
    return answerCollection(request, { path, pageSize: PAGE_SIZE, filters: [] }, settingsOf(find(id)));
  }

  function listAssignments(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const { userGroupId } = find(id);
    const path = `${PATH}/${id}/assignments`;
    const rows = userGroupId === null ? [] : [groupAssignmentBody(id, userGroupId)];
    return answerCollection(request, { path, pageSize: PAGE_SIZE, filters: [] }, rows);
  }

  /** With what Intune itself has against the group, or only its id: both have been seen. */
  function retrieveTarget(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const { deviceGroupId, validates } = find(id);
    const context = `${request.root}/$metadata#microsoft.graph.enrollmentTimeDeviceMembershipTargetResult`;
    const targets = deviceGroupId === null ? [] : [{ targetType: 'staticSecurityGroup', targetId: deviceGroupId }];
    const problem = deviceGroupId === null ? null : problemOf(deviceGroupId);
    const statuses = targets.map(({ targetId }) => ({ targetId, targetValidationErrorCode: problem }));
    return {
      status: 200,
      body:
        validates === 1
          ? {
              '@odata.context': context,
              validationSucceeded: problem === null,
              enrollmentTimeDeviceMembershipTargetValidationStatuses: statuses,
            }
          : { '@odata.context': context, enrollmentTimeDeviceMembershipTargets: targets },
    };
  }

  function problemOf(groupId: string): string | null {
    const group = groups.find(groupId);
    if (group === undefined) return 'securityGroupNotFound';
    if (group.membershipRule !== null) return 'notStaticSecurityGroup';
    return group.hasProvisioningOwner === 1 ? null : 'firstPartyAppNotAnOwner';
  }

  function find(id: string): PreparationPolicyRow {
    const row = preparationPolicies.find(id);
    if (!row) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return row;
  }

  function settingsOf({ minutes, deviceGroupId }: PreparationPolicyRow): readonly JsonObject[] {
    const appIds = mobileApps.all().map(({ id, type }) => JSON.stringify({ id, type: `#microsoft.graph.${type}` }));
    const instances = [
      choice('deploymentmode', '0'),
      choice('deploymenttype', '0'),
      choice('jointype', '0'),
      choice('accountype', '1'),
      simple('timeout', {
        '@odata.type': '#microsoft.graph.deviceManagementConfigurationIntegerSettingValue',
        value: minutes,
      }),
      simple('customerrormessage', stringValue('Ask the depot for help.')),
      choice('allowskip', '0'),
      choice('allowdiagnostics', '1'),
      collection('allowedappids', appIds),
      collection(
        'allowedscriptids',
        deviceScripts.all().map(({ id }) => id),
      ),
      collection('devicesecuritygroupids', deviceGroupId === null ? [] : [deviceGroupId]),
    ];
    return instances.map((settingInstance, index) => ({ id: String(index), settingInstance }));
  }

  const read = { versions: betaOnly, service: 'devices', scopes: readConfiguration } as const;
  return [
    { method: 'GET', pattern: `/${PATH}`, ...read, handle: list },
    { method: 'GET', pattern: `/${PATH}/*`, ...read, handle: get },
    { method: 'GET', pattern: `/${PATH}/*/settings`, ...read, handle: listSettings },
    { method: 'GET', pattern: `/${PATH}/*/assignments`, ...read, handle: listAssignments },
    {
      method: 'POST',
      pattern: `/${PATH}/*/retrieveEnrollmentTimeDeviceMembershipTarget`,
      ...read,
      handle: retrieveTarget,
    },
  ];
}

function policyBody(row: PreparationPolicyRow): JsonObject {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    createdDateTime: isoTime(row.createdAt),
    lastModifiedDateTime: isoTime(row.createdAt),
    creationSource: null,
    platforms: 'windows10',
    technologies: 'enrollment',
    roleScopeTagIds: ['0'],
    settingCount: 11,
    isAssigned: row.userGroupId !== null,
    priorityMetaData: { priority: row.priority },
    templateReference: {
      templateId: USER_DRIVEN_TEMPLATE,
      templateFamily: 'enrollmentConfiguration',
      templateDisplayName: 'Device Preparation',
      templateDisplayVersion: 'Version 1',
    },
  };
}

/** An assignment to a group, without a filter. */
function groupAssignmentBody(ofId: string, groupId: string): JsonObject {
  return {
    id: `${ofId}_${groupId}`,
    source: 'direct',
    sourceId: ofId,
    target: {
      '@odata.type': '#microsoft.graph.groupAssignmentTarget',
      deviceAndAppManagementAssignmentFilterId: null,
      deviceAndAppManagementAssignmentFilterType: 'none',
      groupId,
    },
  };
}

const stringValue = (value: string): JsonObject => ({
  '@odata.type': '#microsoft.graph.deviceManagementConfigurationStringSettingValue',
  value,
});

const instance = (kind: string, name: string, value: JsonObject): JsonObject => ({
  '@odata.type': `#microsoft.graph.deviceManagementConfiguration${kind}Instance`,
  settingDefinitionId: SETTING + name,
  settingInstanceTemplateReference: null,
  ...value,
});

const choice = (name: string, value: string): JsonObject =>
  instance('ChoiceSetting', name, { choiceSettingValue: { value: `${SETTING}${name}_${value}`, children: [] } });

const simple = (name: string, value: JsonObject): JsonObject =>
  instance('SimpleSetting', name, { simpleSettingValue: value });

const collection = (name: string, values: readonly string[]): JsonObject =>
  instance('SimpleSettingCollection', name, { simpleSettingCollectionValue: values.map(stringValue) });
