import { z } from 'zod';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { startMeasuredTenant, type MeasuredDevice, type MeasuredTenant } from './measuredTenant.ts';
import type { Measurement } from './measurement.ts';

const IMPORTS = '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities';
const DEVICES = '/v1.0/deviceManagement/windowsAutopilotDeviceIdentities';
const POLL_EVERY_MS = 30_000;
const RETRY_WITHOUT_WORD_MS = 10_000;

const record = z.object({
  id: z.string(),
  state: z.object({ deviceImportStatus: z.string(), deviceRegistrationId: z.string() }),
});

/**
 * The same job as scripts of today do it: one POST a device, one after the other; each looked after every 30 seconds; then
 * one call that assigns user and name, repeated every 30 seconds until the device is there. Throttled calls wait as told.
 */
export async function measureScript(devices: readonly MeasuredDevice[]): Promise<Measurement> {
  const tenant = await startMeasuredTenant();
  try {
    await tenant.time.passUntil(register(tenant, devices));
    return await tenant.measurement(devices.length);
  } finally {
    await tenant.close();
  }
}

async function register(tenant: MeasuredTenant, devices: readonly MeasuredDevice[]): Promise<void> {
  const followed: Promise<void>[] = [];
  for (const device of devices) {
    const answer = await send(tenant, 'POST', IMPORTS, {
      serialNumber: device.serialNumber,
      hardwareIdentifier: inventedHash(device.serialNumber),
      groupTag: device.groupTag,
    });
    followed.push(follow(tenant, device, record.parse(await answer.json()).id));
  }
  await Promise.all(followed);
}

async function follow(tenant: MeasuredTenant, device: MeasuredDevice, importId: string): Promise<void> {
  let ztdId = '';
  while (ztdId === '') {
    await pause(tenant, POLL_EVERY_MS);
    const answer = await send(tenant, 'GET', `${IMPORTS}/${importId}`);
    ztdId = record.parse(await answer.json()).state.deviceRegistrationId;
  }
  const { userPrincipalName, deviceName } = device;
  const body = { userPrincipalName, addressableUserName: userPrincipalName, displayName: deviceName };
  for (;;) {
    const answer = await send(tenant, 'POST', `${DEVICES}/${ztdId}/updateDeviceProperties`, body);
    if (answer.status !== 404) return;
    await pause(tenant, POLL_EVERY_MS);
  }
}

async function send(tenant: MeasuredTenant, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
  for (;;) {
    const answer = await tenant.fetch(tenant.url + path, {
      method,
      headers: { Authorization: `Bearer ${tenant.token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status !== 429) return answer;
    const seconds = answer.headers.get('retry-after');
    await pause(tenant, seconds === null ? RETRY_WITHOUT_WORD_MS : Number(seconds) * 1_000);
  }
}

function pause(tenant: MeasuredTenant, milliseconds: number): Promise<void> {
  return tenant.time.clock.wait(milliseconds, new AbortController().signal);
}
