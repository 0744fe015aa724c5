import { expect, test } from 'vitest';
import { asksForDomainController, domainControllerSentence } from '../../../src/shared/bench/domainController.ts';
import type { NextStepCode } from '../../../src/shared/devices/nextStepCodes.ts';
import type { DeviceView } from '../../../src/shared/devices/deviceView.ts';

const asks = (name: DeviceView['scenario']['name'], joinType: DeviceView['scenario']['joinType'], code: NextStepCode) =>
  asksForDomainController({
    scenario: { name, joinType, source: 'profile', ruleTag: null, profileSays: null },
    nextStep: { code } as DeviceView['nextStep'],
  });

test('both statements are shown where a hybrid device is prepared at the bench, and nowhere else', () => {
  expect(asks('preProvisioned', 'hybrid', 'startBench')).toBe(true);
  expect(asks('preProvisioned', 'hybrid', 'clearGate')).toBe(true);
  expect(asks('preProvisioned', 'hybrid', 'ship')).toBe(false);
  expect(asks('preProvisioned', 'entra', 'startBench')).toBe(false);
  expect(asks('userDriven', 'hybrid', 'startBench')).toBe(false);
});

test('each statement stands with its source, and none is left out', () => {
  const sentence = domainControllerSentence();
  expect(sentence).toContain('“Windows Autopilot scenarios” (Microsoft Learn): The bench of a maker or reseller must');
  expect(sentence).toContain('“Windows Autopilot for pre-provisioned deployment” (Microsoft Learn): It need not');
});
