import { expect } from '@playwright/test';
import { DEVICES, IMPORTED, importBody } from '../../rigs/practiceGraph.ts';
import { callProgram } from './callProgram.ts';
import type { Reseal } from './resealTest.ts';

/** Asks the practice tenant, as others do at Microsoft's side meanwhile. */
export async function askPractice(
  { practice }: Pick<Reseal, 'practice'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(`${practice.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}

/** Devices that their maker registered: the practice tenant has them, and the queue does not. Returns the tenant's id. */
export async function registerElsewhere(reseal: Reseal, serialNumbers: readonly string[]): Promise<string> {
  const { id: tenantId } = await callProgram(reseal.page, 'tenants.addPractice', {});
  const devices = serialNumbers.map((serialNumber) => ({ serialNumber, groupTag: `Tag-${serialNumber}` }));
  await askPractice(reseal, 'POST', `${IMPORTED}/import`, importBody(devices));
  await expect
    .poll(async () => JSON.stringify(await askPractice(reseal, 'GET', DEVICES)).split('"Tag-').length - 1)
    .toBeGreaterThanOrEqual(serialNumbers.length);
  return tenantId;
}
