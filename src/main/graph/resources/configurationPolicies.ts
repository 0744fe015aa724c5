import { z } from 'zod';
import type {
  PreparationPolicy,
  PreparationSettings,
  PreparationTarget,
} from '../../../shared/preparation/preparationPolicy.ts';
import { parseAnswer, type GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { collect, readAll, readPages, type Collected } from '../paging.ts';
import { versions } from '../versions.ts';
import { listAssignments } from './assignments.ts';
import { optionalId, optionalInstant, optionalText } from './wire.ts';

const BASE = '/deviceManagement/configurationPolicies';
const call = {
  version: versions.configurationPolicies,
  method: 'GET',
  scope: 'DeviceManagementConfiguration.Read.All',
} as const satisfies Partial<GraphCall>;
const pathOf = (id: string): string => `${BASE}/${encodeURIComponent(id)}`;

/** What the list tells of a policy of device preparation. */
export type ListedPolicy = Pick<
  PreparationPolicy,
  'id' | 'name' | 'description' | 'kind' | 'priority' | 'createdAt' | 'modifiedAt'
>;

/** What its settings tell: these themselves, and which apps and scripts it waits for. */
export interface PolicySettings {
  readonly settings: PreparationSettings;
  readonly apps: readonly { readonly id: string; readonly type: string | null }[];
  readonly scriptIds: readonly string[];
}

/** The device group of a policy as enrollment knows it, and what Intune has against it. */
export interface MembershipTarget {
  readonly groupId: string | null;
  readonly problem: string | null;
  /** Whether Intune has looked and found nothing wrong; its owner is right then. */
  readonly isValid: boolean;
}

/** By the template without its version, which a new one may raise. */
const kinds: Readonly<Record<string, PreparationPolicy['kind']>> = {
  '80d33118-b7b4-40d8-b15f-81be745e053f': 'userDriven',
  'a6157a7f-aa00-42d9-ac82-7d2479f545db': 'automatic',
};
const templateOf = (templateId: string | null): string => templateId?.replace(/_\d+$/, '').toLowerCase() ?? '';

const text = optionalText.catch(null);
const instant = optionalInstant.catch(null);

const listedPolicy = z
  .object({
    id: z.string().min(1),
    name: text,
    description: text,
    createdDateTime: instant,
    lastModifiedDateTime: instant,
    priorityMetaData: z.object({ priority: z.number().nullish() }).nullish().catch(null),
    templateReference: z.object({ templateId: text, templateDisplayName: text }).nullish().catch(null),
  })
  .transform((wire) => {
    const { templateId = null, templateDisplayName = null } = wire.templateReference ?? {};
    const kind = kinds[templateOf(templateId)] ?? null;
    return {
      id: wire.id,
      /** A template that is new to us tells by its name what it is for. */
      isPreparation: kind !== null || /^device preparation/i.test(templateDisplayName ?? ''),
      policy: {
        id: wire.id,
        name: wire.name ?? wire.id,
        description: wire.description,
        kind,
        priority: wire.priorityMetaData?.priority ?? null,
        createdAt: wire.createdDateTime,
        modifiedAt: wire.lastModifiedDateTime,
      } satisfies ListedPolicy,
    };
  });

const OF_ENROLLMENT = `(technologies has 'enrollment') and (platforms eq 'windows10') and (TemplateReference/templateFamily eq 'enrollmentConfiguration')`;

/** The policies of Windows Autopilot device preparation; where the tenant refuses the filter, all policies are looked through. */
export async function listPreparationPolicies(
  client: GraphClient,
  signal: AbortSignal,
): Promise<Collected<ListedPolicy>> {
  const read = (path: string) => collect(readPages(client, { ...call, path }, listedPolicy, signal));
  const { rows, isWhole } = await read(`${BASE}?$filter=${encodeURIComponent(OF_ENROLLMENT)}`).catch(
    (error: unknown) => {
      if (error instanceof GraphError && error.kind === 'badRequest') return read(BASE);
      throw error;
    },
  );
  return { rows: rows.filter(({ isPreparation }) => isPreparation).map(({ policy }) => policy), isWhole };
}

const simpleValue = z
  .object({ value: z.union([z.string(), z.number(), z.boolean()]).nullish() })
  .nullish()
  .catch(null);
const setting = z
  .object({
    id: z.string().nullish(),
    settingInstance: z.object({
      settingDefinitionId: z.string(),
      choiceSettingValue: z.object({ value: text }).nullish().catch(null),
      simpleSettingValue: simpleValue,
      simpleSettingCollectionValue: z.array(simpleValue).nullish().catch(null),
    }),
  })
  .transform(({ settingInstance: instance }) => ({
    id: instance.settingDefinitionId,
    value: instance.choiceSettingValue?.value ?? instance.simpleSettingValue?.value ?? null,
    values: (instance.simpleSettingCollectionValue ?? []).flatMap((one) => one?.value ?? []).map(String),
  }));
type Setting = z.output<typeof setting>;

/**
 * The settings of a policy. Their ids end alike in all tenants and have been spelt in several ways; those that are new to us are
 * passed over. Source: tools of the community that read and write such policies, 2024 and 2026.
 */
export async function readPolicySettings(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<PolicySettings> {
  const settings = await readAll(client, { ...call, path: `${pathOf(id)}/settings` }, setting, signal);
  const find = (...names: readonly string[]): Setting | undefined =>
    settings.find((one) => names.some((name) => one.id.toLowerCase().endsWith(`_${name}`)));
  const choice = (one: Setting | undefined, words: Readonly<Record<string, string>>): string | null => {
    const value = one?.value ?? null;
    return value === null ? null : (words[choiceOf(value)] ?? String(value));
  };
  const flag = (one: Setting | undefined): boolean | null => {
    const value = one?.value ?? null;
    return value === null ? null : (flags[choiceOf(value).toLowerCase()] ?? null);
  };
  const minutes = Number(find('timeout')?.value ?? Number.NaN);
  const message = find('customerrormessage', 'custonerror', 'customerror')?.value ?? null;
  return {
    settings: {
      mode: choice(find('deploymentmode'), { '0': 'standard', '1': 'enhanced' }),
      type: choice(find('deploymenttype'), { '0': 'user-driven', '1': 'automatic' }),
      join: choice(find('jointype'), { '0': 'Microsoft Entra joined' }),
      accountType: choice(find('accountype', 'accounttype'), { '0': 'administrator', '1': 'standard user' }),
      minutes: Number.isNaN(minutes) ? null : minutes,
      errorMessage: message === null || message === '' ? null : String(message),
      allowsSkip: flag(find('allowskip')),
      allowsDiagnostics: flag(find('allowdiagnostics')),
    },
    apps: (find('allowedappids', 'allowedapps')?.values ?? []).map(appOf),
    scriptIds: find('allowedscriptids', 'allowedscripts')?.values ?? [],
  };
}

/** The last part of a choice: `…_deploymentmode_1` is `1`; a plain value is itself. */
const choiceOf = (value: string | number | boolean): string => String(value).split('_').at(-1) ?? '';
const flags: Readonly<Record<string, boolean>> = { '0': false, '1': true, false: false, true: true };

const listedApp = z.object({ id: z.string().min(1), type: optionalText });

/** An app of the list is JSON in a text; a bare id has been seen too. */
function appOf(value: string): { readonly id: string; readonly type: string | null } {
  try {
    return listedApp.parse(JSON.parse(value));
  } catch {
    // No JSON, or another one: the text itself is what there is.
    return { id: value, type: null };
  }
}

/** Whom a policy is assigned to. */
export function readPolicyAssignments(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<readonly PreparationTarget[]> {
  return listAssignments(client, { ...call, path: pathOf(id) }, signal);
}

const membership = z.object({
  validationSucceeded: z.boolean().nullish(),
  enrollmentTimeDeviceMembershipTargets: z.array(z.object({ targetId: optionalId })).nullish(),
  enrollmentTimeDeviceMembershipTargetValidationStatuses: z
    .array(z.object({ targetId: optionalId, targetValidationErrorCode: optionalText }))
    .nullish(),
});
const membershipAnswer = z.union([
  z.object({ value: membership }).transform(({ value }) => value),
  z.object({ value: z.array(membership).min(1) }).transform(({ value }) => value[0] ?? {}),
  membership,
]);

/**
 * The device group that counts, which is not the one in the settings. It is told in two shapes, with a validation and without.
 * @throws GraphError `protocol` where neither is told: that is not the same as no group
 */
export async function readMembershipTarget(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<MembershipTarget> {
  const path = `${pathOf(id)}/retrieveEnrollmentTimeDeviceMembershipTarget`;
  const told = parseAnswer(
    membershipAnswer,
    await client.send({ ...call, method: 'POST', isRead: true, path }, signal),
  );
  const targets = told.enrollmentTimeDeviceMembershipTargets ?? null;
  const statuses = told.enrollmentTimeDeviceMembershipTargetValidationStatuses ?? null;
  if (targets === null && statuses === null) {
    throw new GraphError('Microsoft Graph did not tell the device group of the policy; look for an update.', {
      kind: 'protocol',
    });
  }
  const groupId = targets?.[0]?.targetId ?? statuses?.[0]?.targetId ?? null;
  const problem = statuses?.find(({ targetId }) => targetId === groupId)?.targetValidationErrorCode ?? null;
  return { groupId, problem, isValid: told.validationSucceeded === true && problem === null };
}
