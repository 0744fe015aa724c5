import { describe, expect, test } from 'vitest';
import { readGraphPath } from '../../../../src/main/practice-tenant/protocol/graphPath.ts';

describe("a path of Graph's", () => {
  test.each([
    ['/beta/users/ada%40contoso.example', ['users', 'ada@contoso.example']],
    ["/beta/users('o''brien%40contoso.example')", ['users', "o'brien@contoso.example"]],
    ["/beta/devices(deviceId='1-2')", ['devices', 'deviceId=1-2']],
    ['/beta/groups/1/members/$ref', ['groups', '1', 'members', '$ref']],
    ['/beta/users/100%', ['users', '100%']],
    ['/beta/a%2Fb/', ['a/b']],
  ])('%s has the segments %j', (path, segments) => {
    expect(readGraphPath(path)).toEqual({ version: 'beta', segments });
  });

  test('names a version, or is not one', () => {
    expect(readGraphPath('/v2.0/users')).toBeNull();
    expect(readGraphPath('/practice')).toBeNull();
  });
});
