import { expect, test } from 'vitest';
import { measuredDevices } from '../../benchmark/graph/measuredTenant.ts';
import { measureReseal } from '../../benchmark/graph/measureReseal.ts';
import { measureScript } from '../../benchmark/graph/measureScript.ts';

const DEVICES = 200;

/** `npm run benchmark -- graph` measures 5,000; this is the same in small, so that no change spends requests unseen. */
test('devices are registered, named, tagged and assigned with a tenth of the requests of a script', async () => {
  const devices = measuredDevices(DEVICES);
  const reseal = await measureReseal(devices);
  const script = await measureScript(devices);
  expect({ rightOnes: reseal.rightOnes, failedJobs: reseal.failedJobs }).toEqual({ rightOnes: DEVICES, failedJobs: 0 });
  expect(script.requests / reseal.requests).toBeGreaterThanOrEqual(10);
});
