import { describe, expect, test } from 'vitest';
import { espFindingWords, isNote } from '../../../src/shared/esp/espFinding.ts';
import { judgePages, type DevicesInGroups } from '../../../src/shared/esp/judgePages.ts';
import type { StatusPage } from '../../../src/shared/esp/statusPage.ts';
import { defaultPage, statusPageNamed, toAll, toGroup, toUsers } from '../../rigs/statusPages.ts';

const findingsOf = (page: StatusPage, queue: readonly DevicesInGroups[] = [], others: readonly StatusPage[] = []) =>
  judgePages([page, ...others], queue, true).find((judged) => judged.page === page)?.findings;

const apps = ['a', 'b'].map((id) => ({ id, name: null }));

describe('a status page', () => {
  test.each<[string, Partial<StatusPage>, readonly unknown[]]>([
    ['that is as Microsoft advises', {}, []],
    ['that nobody gets', { assignments: [] }, [{ code: 'esp.notAssigned' }]],
    ['that gives up early', { timeoutMinutes: 45 }, [{ code: 'esp.shortTimeout', minutes: 45 }]],
    ['that lets users leave', { blocksUse: false }, [{ code: 'esp.notBlocking' }]],
    ['without diagnostics', { collectsLogs: false }, [{ code: 'esp.noDiagnostics' }]],
    [
      'that is off is told nothing else',
      { showsProgress: false, timeoutMinutes: 0, blocksUse: false },
      [{ code: 'esp.off' }],
    ],
    [
      'for users whose apps are ignored',
      { assignments: [toUsers], blockingApps: apps.slice(0, 2) },
      [{ code: 'esp.usersOnly', apps: 2 }],
    ],
    ['for users and a group', { assignments: [toUsers, toGroup('g')], blockingApps: apps.slice(0, 1) }, []],
    ['of which little came', { timeoutMinutes: null, blocksUse: null, collectsLogs: null, assignments: null }, []],
  ])('%s', (_, change, findings) => {
    expect(findingsOf(statusPageNamed('P', { assignments: [toAll], ...change }))).toEqual(findings);
  });

  test('that is off matters most where devices to be pre-provisioned surely get it', () => {
    const off = statusPageNamed('Off', { showsProgress: false, assignments: [toGroup('hybrid')] });
    const queue = [
      { scenario: 'preProvisioned', groupIds: ['hybrid'], devices: 3 },
      { scenario: 'userDriven', groupIds: ['hybrid'], devices: 5 },
      { scenario: 'preProvisioned', groupIds: null, devices: 7 },
    ] as const;
    const [judged] = judgePages([off, defaultPage], queue, true);
    expect(judged).toMatchObject({ get: 8, mayGet: 7 });
    expect(judged?.findings).toEqual([{ code: 'esp.offForPreProvisioning', devices: 3 }]);
  });

  test('the default page that is off is to be looked at where no other is assigned, else only to be known', () => {
    expect(findingsOf(defaultPage)).toEqual([{ code: 'esp.offForAll' }]);
    expect(findingsOf(defaultPage, [], [statusPageNamed('Unused')])).toEqual([{ code: 'esp.offForAll' }]);
    const [finding] = findingsOf(defaultPage, [], [statusPageNamed('P', { assignments: [toAll] })]) ?? [];
    expect(finding).toEqual({ code: 'esp.off' });
    expect(finding && isNote(finding)).toBe(true);
  });

  test('a finding says what to do', () => {
    expect(espFindingWords({ code: 'esp.offForPreProvisioning', devices: 3 })).toContain('Turn on');
  });
});
