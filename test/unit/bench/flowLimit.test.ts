import { expect, test } from 'vitest';
import { flowLimitOf } from '../../../src/shared/bench/flowLimit.ts';
import { unreadEsp } from '../../../src/shared/esp/deviceEsp.ts';

test.each([
  ['the status page, whatever is set', 90, 120, { minutes: 90, source: 'esp' }],
  ['what is set for the tenant, where no page tells', null, 120, { minutes: 120, source: 'tenant' }],
  ['what is usual, where nothing is set', null, null, { minutes: 60, source: 'usual' }],
])('how long a flow may take is told by %s', (_, timeoutMinutes, tenantMinutes, limit) => {
  expect(flowLimitOf({ ...unreadEsp, timeoutMinutes }, tenantMinutes)).toEqual(limit);
});
