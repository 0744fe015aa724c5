import type { DeviceFilter } from '../../../../shared/devices/deviceFilter.ts';
import type { NextStepCode } from '../../../../shared/devices/nextStep.ts';
import { namedView, type QueueView } from '../../../../shared/devices/queueView.ts';
import { scenarioName, type ScenarioName } from '../../../../shared/scenarios/scenarioName.ts';
import { usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';

export interface FilterOptions {
  readonly view?: string;
  readonly search?: string;
  readonly stage?: NextStepCode;
  readonly batch?: string;
  readonly differs?: boolean;
  readonly failed?: boolean;
  readonly tag?: readonly string[];
  readonly model?: readonly string[];
  readonly manufacturer?: readonly string[];
  readonly user?: readonly string[];
  readonly withUser?: boolean;
  readonly withoutUser?: boolean;
  readonly profile?: readonly string[];
  readonly scenario?: readonly string[];
  readonly shelf?: readonly string[];
  readonly importedFrom?: string;
  readonly importedUntil?: string;
  readonly resealedFrom?: string;
  readonly resealedUntil?: string;
  readonly useByFrom?: string;
  readonly useByUntil?: string;
}

/**
 * The part of the queue that the options name: of the tenant, where there is one.
 * @param view the saved view that they name, which they narrow
 */
export async function chosenFilter(run: Run, options: FilterOptions, view?: QueueView | null): Promise<DeviceFilter> {
  const tenant = await tenantIfAny(run);
  const ofTenant = tenant === null ? {} : { tenantId: tenant.id };
  const saved = view === undefined ? await chosenView(run, options) : view;
  const { search, stage, batch, differs, failed, withUser = false, withoutUser = false } = options;
  if (withUser && withoutUser) throw usageError('Choose --with-user or --without-user: no device has both.');
  return {
    ...saved?.filter,
    ...ofTenant,
    ...present({
      search: search === undefined ? undefined : [saved?.filter.search, search].filter(Boolean).join(' '),
      nextSteps: stage === undefined ? undefined : [stage],
      differsFromMicrosoft: differs,
      failed,
      groupTags: listOf(options.tag),
      models: listOf(options.model),
      manufacturers: listOf(options.manufacturer),
      users: listOf(options.user),
      isAssigned: withUser || withoutUser ? withUser : undefined,
      profileNames: listOf(options.profile),
      scenarios: options.scenario?.map(scenarioOf),
      shelves: listOf(options.shelf),
      createdFrom: options.importedFrom,
      createdUntil: options.importedUntil,
      resealedFrom: options.resealedFrom,
      resealedUntil: options.resealedUntil,
      useByFrom: options.useByFrom,
      useByUntil: options.useByUntil,
      batchId: batch === undefined ? undefined : await batchIdOf(run, ofTenant, batch),
    }),
  };
}

/** The saved view that the options name; null where they name none. */
export async function chosenView(run: Run, { view: name }: FilterOptions): Promise<QueueView | null> {
  if (name === undefined) return null;
  const { views } = await run.call('devices.views', {});
  const view = namedView(views, name);
  if (view !== null) return view;
  const known = views.map((one) => `“${one.name}”`).join(', ');
  throw usageError(
    `There is no view “${name}”. ${known === '' ? 'Save one in the queue.' : `Choose one of ${known}.`}`,
  );
}

async function batchIdOf(run: Run, ofTenant: { tenantId?: string }, name: string): Promise<string> {
  const { batches } = await run.call('devices.batches', ofTenant);
  const batch = batches.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (batch !== undefined) return batch.id;
  const known = batches.map((candidate) => `“${candidate.name}”`).join(', ');
  throw usageError(`There is no batch “${name}”. ${known === '' ? 'Import a file first.' : `Choose one of ${known}.`}`);
}

function scenarioOf(word: string): ScenarioName {
  const known = scenarioName.options.find((name) => name.toLowerCase() === word.toLowerCase());
  if (known !== undefined) return known;
  throw usageError(`There is no scenario “${word}”. Choose one of ${scenarioName.options.join(', ')}.`);
}

const listOf = (values: readonly string[] | undefined): string[] | undefined =>
  values === undefined ? undefined : [...values];

type Present<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

/** What is given: what is left out is no condition, and does not take the place of a saved one. */
function present<Values extends object>(values: Values): Present<Values> {
  // The compiler does not follow names through `fromEntries`; the filter is the condition of the type.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
}
