import type { ScenarioName } from '../scenarios/scenarioName.ts';
import { espOf } from './deviceEsp.ts';
import { USUAL_TIMEOUT_MINUTES, type EspFinding } from './espFinding.ts';
import type { StatusPage } from './statusPage.ts';
import { inWinningOrder } from './winningOrder.ts';

/** Devices of the queue that are alike in what status pages have to do with. */
export interface DevicesInGroups {
  /** How they are to be deployed; null where nothing says so. */
  readonly scenario: ScenarioName | null;
  /** Null where Entra was not asked. */
  readonly groupIds: readonly string[] | null;
  readonly devices: number;
}

export interface JudgedPage {
  readonly page: StatusPage;
  /** How many devices of the queue surely get it, and how many may. */
  readonly get: number;
  readonly mayGet: number;
  readonly findings: readonly EspFinding[];
}

/** Every status page of a tenant, as they win over each other, with what is to be looked at beforehand. */
export function judgePages(
  pages: readonly StatusPage[],
  queue: readonly DevicesInGroups[],
  arePagesWhole: boolean,
): readonly JudgedPage[] {
  const hits = queue.map((alike) => ({ ...alike, esp: espOf(pages, alike.groupIds, arePagesWhole) }));
  const isOnlyDefault = pages.every(({ isDefault, assignments }) => isDefault || assignments?.length === 0);
  return inWinningOrder(pages).map((page) => {
    const met = hits.filter(({ esp }) => esp.pages.some(({ id }) => id === page.id));
    const sure = met.filter(({ esp }) => esp.doubts.length === 0);
    const preProvisioned = sum(sure.filter(({ scenario }) => scenario === 'preProvisioned'));
    return {
      page,
      get: sum(sure),
      mayGet: sum(met) - sum(sure),
      findings: [
        ...reachFindings(page),
        ...(page.showsProgress === false
          ? [offFinding(preProvisioned, page.isDefault && isOnlyDefault && arePagesWhole)]
          : settingFindings(page)),
      ],
    };
  });
}

function offFinding(preProvisioned: number, isOffForAll: boolean): EspFinding {
  if (preProvisioned > 0) return { code: 'esp.offForPreProvisioning', devices: preProvisioned };
  return { code: isOffForAll ? 'esp.offForAll' : 'esp.off' };
}

function reachFindings({ isDefault, assignments, blockingApps }: StatusPage): readonly EspFinding[] {
  if (isDefault || assignments === null) return [];
  const including = assignments.filter(({ target }) => target !== 'exclusionGroup');
  if (including.length === 0) return [{ code: 'esp.notAssigned' }];
  const apps = blockingApps?.length ?? 0;
  const isForUsers = including.every(({ target }) => target === 'allLicensedUsers');
  return isForUsers && apps > 0 ? [{ code: 'esp.usersOnly', apps }] : [];
}

function settingFindings({ timeoutMinutes, blocksUse, collectsLogs }: StatusPage): readonly EspFinding[] {
  const isShort = timeoutMinutes !== null && timeoutMinutes > 0 && timeoutMinutes < USUAL_TIMEOUT_MINUTES;
  return [
    ...(isShort ? [{ code: 'esp.shortTimeout', minutes: timeoutMinutes } as const] : []),
    ...(blocksUse === false ? [{ code: 'esp.notBlocking' } as const] : []),
    ...(collectsLogs === false ? [{ code: 'esp.noDiagnostics' } as const] : []),
  ];
}

const sum = (alike: readonly DevicesInGroups[]): number => alike.reduce((all, { devices }) => all + devices, 0);
