import { expect, test } from 'vitest';
import { GraphError } from '../../../src/main/graph/graphError.ts';
import { tenantFailure } from '../../../src/main/services/tenants/tenantFailure.ts';
import type { TenantRecord } from '../../../src/main/store/tenantStore.ts';

const tenant: TenantRecord = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'entra',
  name: 'Contoso',
  colour: 'blue',
  cloud: 'usGovernmentHigh',
  directoryId: 'contoso.example',
  clientId: '00000000-0000-4000-8000-000000000002',
  graphRoot: null,
  authority: null,
  certificateThumbprint: null,
  certificateKeyFile: null,
  account: null,
  active: true,
  sendsSince: null,
  lastRefreshedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const call = { version: 'beta', scope: 'DeviceManagementServiceConfig.ReadWrite.All' } as const;
const notOffered = new GraphError(
  "Microsoft Graph refused the request (Resource not found for the segment 'sync'., 400); check the values that were sent.",
  { kind: 'badRequest', status: 400, code: 'BadRequest' },
);

test('what a national cloud does not offer yet is said as that, and not as a wrong value', () => {
  const failure = tenantFailure(notOffered, call, tenant);
  expect(failure).toMatchObject({ kind: 'badRequest', code: 'notInThisCloud' });
  expect(failure.message).toContain('US Government cloud (GCC High) does not offer this yet');
  expect(failure.message).not.toContain('values');
});

test('in the global cloud, and in v1.0, the same words are a mistake of ours and stay', () => {
  expect(tenantFailure(notOffered, call, { ...tenant, cloud: 'global' })).toBe(notOffered);
  expect(tenantFailure(notOffered, { ...call, version: 'v1.0' }, tenant)).toBe(notOffered);
});

test('an app is told about its application permission, a person about the role', () => {
  const refused = new GraphError('It needs an Intune role.', { kind: 'forbidden', status: 403 });
  expect(tenantFailure(refused, call, tenant)).toBe(refused);
  const lab = { ...tenant, certificateThumbprint: 'a1'.repeat(32), certificateKeyFile: '/lab.pem' };
  expect(tenantFailure(refused, call, lab).message).toContain('application permission DeviceManagementServiceConfig');
});
