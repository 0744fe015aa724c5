import type { ReadPages } from '../api/contract/esp.ts';
import type { ReadPolicies } from '../api/contract/preparation.ts';
import type { ReadProfiles } from '../api/contract/profiles.ts';
import { isNote as isEspNote } from '../esp/espFinding.ts';
import type { SourcePages } from '../knowledge/entry.ts';
import { isNote as isProfileNote } from '../profiles/profileFinding.ts';
import type { ChosenScenario } from '../scenarios/scenarioName.ts';
import type { TenantView } from '../tenants/tenant.ts';
import { judgedOf } from './judgedOf.ts';
import type { JudgedFinding, PreflightFinding } from './preflightFinding.ts';
import type { TenantAnswer, TenantChoice, TenantQuestion } from './tenantQuestion.ts';
import { byWeight } from './verdicts.ts';

/** What is known of a tenant: as it was read last, and as somebody answered. */
export interface KnownTenant {
  readonly cloud: TenantView['cloud'];
  readonly profiles: ReadProfiles;
  readonly pages: ReadPages;
  readonly policies: ReadPolicies;
  readonly questions: readonly TenantQuestion[];
  readonly answers: ReadonlyMap<string, TenantAnswer>;
}

/** Scenarios whose devices get a deployment profile, and which profile serves them. */
const PROFILED: Readonly<
  Partial<Record<ChosenScenario, (profile: ReadProfiles['profiles'][number]['profile']) => boolean>>
> = {
  preProvisioned: ({ usage, allowsPreProvisioning }) => usage === 'singleUser' && allowsPreProvisioning === true,
  userDriven: ({ usage }) => usage === 'singleUser',
  selfDeploying: ({ usage }) => usage === 'shared',
};

/** What will not work in a tenant, the heaviest first. What was not read or not answered is not known. */
export function judgeTenant(known: KnownTenant, choice: TenantChoice, pages: SourcePages): readonly JudgedFinding[] {
  const found = [
    ...judgeCloud(known.cloud),
    ...judgeProfiles(known.profiles, choice),
    ...judgePages(known.pages),
    ...judgePreparation(known.policies, choice),
  ].map((finding) => {
    const judged = judgedOf(finding, pages);
    return 'scenario' in finding ? { ...judged, scenarios: [finding.scenario] } : judged;
  });
  const concerned = found.filter(
    ({ scenarios }) => choice.scenario === undefined || scenarios.includes(choice.scenario),
  );
  return byWeight([...concerned, ...known.questions.map((question) => judgeAnswer(question, known.answers, pages))]);
}

const judgeCloud = (cloud: TenantView['cloud']): readonly PreflightFinding[] =>
  cloud === 'global' ? [] : [{ code: 'tenant.otherCloud' }];

function judgeProfiles(
  { readAt, isWhole, profiles }: ReadProfiles,
  { scenario: chosen, join }: TenantChoice,
): readonly PreflightFinding[] {
  if (readAt === null || !isWhole) return [{ code: 'tenant.profilesNotRead' }];
  const ofJoin = profiles.filter(({ profile }) => join === undefined || profile.join === null || profile.join === join);
  const wanted = Object.entries(PROFILED).filter(([scenario]) => chosen === undefined || scenario === chosen);
  const served = wanted.map(([scenario, serves]): PreflightFinding => {
    const names = ofJoin
      .filter(({ profile, reach }) => (reach === 'group' || reach === 'default') && serves(profile))
      .map(({ profile }) => profile.name);
    return names.length === 0
      ? { code: 'tenant.profileMissing', scenario: scenarioNamed(scenario) }
      : { code: 'tenant.profileThere', scenario: scenarioNamed(scenario), names };
  });
  const looks = ofJoin.flatMap(({ profile, findings }) =>
    findings
      .filter((finding) => !isProfileNote(finding))
      .map((of): PreflightFinding => ({ code: 'tenant.profileLook', profile: profile.name, of })),
  );
  return [...served, ...looks];
}

const scenarioNamed = (name: string): 'preProvisioned' | 'userDriven' | 'selfDeploying' =>
  name === 'selfDeploying' || name === 'userDriven' ? name : 'preProvisioned';

function judgePages({ readAt, isWhole, pages }: ReadPages): readonly PreflightFinding[] {
  if (readAt === null || !isWhole) return [{ code: 'tenant.pagesNotRead' }];
  const shown = pages.filter(
    ({ page }) =>
      page.showsProgress === true && (page.isDefault || page.assignments === null || page.assignments.length > 0),
  );
  const looks = pages.flatMap(({ page, findings }) =>
    findings
      .filter((finding) => !isEspNote(finding))
      .map((of): PreflightFinding => ({ code: 'tenant.pageLook', page: page.name, of })),
  );
  return [
    shown.length === 0
      ? { code: 'tenant.pageMissing' }
      : { code: 'tenant.pageThere', names: shown.map(({ page }) => page.name) },
    ...looks,
  ];
}

function judgePreparation(
  { readAt, isWhole, policies }: ReadPolicies,
  { scenario }: TenantChoice,
): readonly PreflightFinding[] {
  if (scenario !== undefined && scenario !== 'devicePreparation') return [];
  if (readAt === null || !isWhole) return [{ code: 'tenant.policiesNotRead' }];
  const clear = policies.filter(({ findings }) => findings.length === 0).map(({ policy }) => policy.name);
  return [
    policies.length === 0
      ? { code: 'tenant.policyMissing' }
      : { code: 'tenant.policyThere', names: policies.map(({ policy }) => policy.name), clear: clear.length },
    ...policies.flatMap(({ policy, findings }) =>
      findings.map((of): PreflightFinding => ({ code: 'tenant.policyLook', policy: policy.name, of })),
    ),
  ];
}

function judgeAnswer(
  { id, asks, without, grade, who, scenarios, sources }: TenantQuestion,
  answers: ReadonlyMap<string, TenantAnswer>,
  pages: SourcePages,
): JudgedFinding {
  const answer = answers.get(id) ?? 'notKnown';
  const level = answer === 'yes' ? 'good' : answer === 'notKnown' ? 'notKnown' : grade === 'hard' ? 'stops' : 'look';
  return {
    finding: { code: 'tenant.asked', question: id, asks, without, answer },
    level,
    scenarios,
    who: answer === 'yes' ? [] : who,
    sources: sources.flatMap((key) => pages[key] ?? []),
  };
}
