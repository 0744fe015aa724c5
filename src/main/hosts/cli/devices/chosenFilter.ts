import type { DeviceFilter } from '../../../../shared/devices/deviceFilter.ts';
import type { NextStepCode } from '../../../../shared/devices/nextStep.ts';
import { usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';

export interface FilterOptions {
  readonly search?: string;
  readonly stage?: NextStepCode;
  readonly batch?: string;
  readonly differs?: boolean;
}

/** The part of the queue that the options name: of the tenant, where there is one. */
export async function chosenFilter(
  run: Run,
  { search, stage, batch, differs = false }: FilterOptions,
): Promise<DeviceFilter> {
  const tenant = await tenantIfAny(run);
  const ofTenant = tenant === null ? {} : { tenantId: tenant.id };
  return {
    ...ofTenant,
    ...(search === undefined ? {} : { search }),
    ...(stage === undefined ? {} : { nextSteps: [stage] }),
    ...(differs ? { differsFromMicrosoft: true } : {}),
    ...(batch === undefined ? {} : { batchId: await batchIdOf(run, ofTenant, batch) }),
  };
}

async function batchIdOf(run: Run, ofTenant: { tenantId?: string }, name: string): Promise<string> {
  const { batches } = await run.call('devices.batches', ofTenant);
  const batch = batches.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (batch !== undefined) return batch.id;
  const known = batches.map((candidate) => `“${candidate.name}”`).join(', ');
  throw usageError(`There is no batch “${name}”. ${known === '' ? 'Import a file first.' : `Choose one of ${known}.`}`);
}
