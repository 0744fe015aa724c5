import { expect, test } from 'vitest';
import { problemsOf, type NewTenant } from '../../../../../src/renderer/features/tenants/tenantForm.ts';

const tenant: NewTenant = {
  name: 'Contoso',
  directoryId: 'contoso.onmicrosoft.com',
  clientId: '11111111-2222-3333-4444-555555555555',
  cloud: 'global',
  colour: 'blue',
};

test('a tenant with a name, a directory and an application ID can be added', () => {
  expect(problemsOf(tenant)).toEqual({});
});

test('blanks around an ID that was pasted do no harm', () => {
  expect(problemsOf({ ...tenant, clientId: ` ${tenant.clientId.toUpperCase()} ` })).toEqual({});
});

test.each([
  ['no name', { name: '  ' }, 'name'],
  ['no directory', { directoryId: '' }, 'directoryId'],
  ['an application ID that is cut off', { clientId: '11111111-2222-3333-4444' }, 'clientId'],
  ['a name instead of an application ID', { clientId: 'Reseal' }, 'clientId'],
])('%s is told at its field', (_, change, field) => {
  expect(Object.keys(problemsOf({ ...tenant, ...change }))).toEqual([field]);
});
