import { expect, test } from 'vitest';
import { chosen, createConditions } from '../../../src/main/store/conditions.ts';

test('what is not asked for is no condition', () => {
  const { equal, oneOf, where, values } = createConditions('job');
  equal('kind', undefined);
  oneOf('id', undefined);
  oneOf('state', chosen([]));
  expect([where(), values]).toEqual(['true', {}]);
});

test('values are named in the condition and never part of it', () => {
  const { add, equal, oneOf, where, values } = createConditions('device', 'device.removed_at IS NULL');
  equal('tenant_id', "x' OR 1=1");
  oneOf('bench', chosen(['running', 'failed']));
  add('device.model LIKE @model', 'model', '%Book%');
  expect(where()).toBe(
    'device.removed_at IS NULL AND device.tenant_id = @tenant_id' +
      ' AND device.bench IN (SELECT value FROM json_each(@bench)) AND device.model LIKE @model',
  );
  expect(values).toEqual({ tenant_id: "x' OR 1=1", bench: '["running","failed"]', model: '%Book%' });
});

test('none of none is nothing, unless a person chose from a list', () => {
  const { oneOf, values } = createConditions('job');
  oneOf('id', []);
  expect(values).toEqual({ id: '[]' });
});
