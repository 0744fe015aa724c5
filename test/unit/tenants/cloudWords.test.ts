import { expect, test } from 'vitest';
import { cloudName } from '../../../src/shared/tenants/tenant.ts';
import { cloudWarnings } from '../../../src/shared/tenants/cloudWords.ts';

test.each(cloudName.options.filter((cloud) => cloud !== 'global'))(
  'in %s there is no Windows Autopilot, and device preparation is what works',
  (cloud) => {
    expect(cloudWarnings[cloud]).toMatch(/Windows Autopilot does not exist in this cloud.*device preparation works/);
  },
);

test('of the global cloud nothing has to be said', () => {
  expect(cloudWarnings.global).toBeNull();
});
