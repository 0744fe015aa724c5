import { expect, test } from 'vitest';
import {
  emptyTenant,
  bindingOf,
  problemsOf,
  type TenantForm,
} from '../../../src/renderer/features/tenants/tenantForm.ts';

const tenant: TenantForm = {
  ...emptyTenant,
  connects: true,
  name: 'Contoso',
  directoryId: 'contoso.onmicrosoft.com',
  clientId: '11111111-2222-3333-4444-555555555555',
};

test('a tenant with a name, a directory and an application ID can be added', () => {
  expect(problemsOf(tenant)).toEqual({});
});

test('a customer whose tenant comes later needs a name and nothing else', () => {
  expect(problemsOf({ ...emptyTenant, name: 'Lager West' })).toEqual({});
  expect(Object.keys(problemsOf(emptyTenant))).toEqual(['name']);
});

test('blanks around an ID that was pasted do no harm', () => {
  expect(problemsOf({ ...tenant, clientId: ` ${tenant.clientId.toUpperCase()} ` })).toEqual({});
});

test.each([
  ['no name', { name: '  ' }, 'name'],
  ['no directory', { directoryId: '' }, 'directoryId'],
  ['an application ID that is cut off', { clientId: '11111111-2222-3333-4444' }, 'clientId'],
  ['a word that stands for many tenants', { directoryId: 'organizations' }, 'directoryId'],
  ['a certificate without its file', { by: 'certificate' }, 'keyFile'],
  ['a SHA-1 thumbprint', { by: 'certificate', keyFile: '/lab.pem', thumbprint: 'a1'.repeat(20) }, 'thumbprint'],
  ['a name instead of an application ID', { clientId: 'Reseal' }, 'clientId'],
] as const)('%s is told at its field', (_, change, field) => {
  expect(Object.keys(problemsOf({ ...tenant, ...change }))).toEqual([field]);
});

test('what was entered for a certificate is sent only where the app signs in by itself', () => {
  const filled = { ...tenant, keyFile: '/lab.pem', thumbprint: ' ' };
  expect(bindingOf(filled)).not.toHaveProperty('certificate');
  expect(bindingOf({ ...filled, by: 'certificate' })).toMatchObject({ certificate: { privateKeyFile: '/lab.pem' } });
});
