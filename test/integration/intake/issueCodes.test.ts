import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueCodesFile, makeIssueCodes } from '../../fixtures/makeIssueCodes.ts';

test('docs/issue-codes.md lists every code with its meaning', async () => {
  expect(readFileSync(issueCodesFile, 'utf8')).toBe(await makeIssueCodes());
});

test.each(['groupTag.ts', 'userPrincipalName.ts', 'deviceName.ts'])(
  'it also lists what the rule in %s finds',
  (file) => {
    const source = readFileSync(join(import.meta.dirname, '../../../src/shared/assignment', file), 'utf8');
    const codes = source.match(/'(groupTag|userPrincipalName|deviceName)\.[a-z]+'/g) ?? [];
    const page = readFileSync(issueCodesFile, 'utf8');

    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(page).toContain(`\`${code.slice(1, -1)}\``);
  },
);
