import { chosenScenario } from '../scenarios/scenarioName.ts';
import { preflightLevel, type JudgedFinding, type ScenarioVerdict } from './preflightFinding.ts';

/** What the findings come to for each way to deploy: the worst of those that concern it. */
export function verdictsOf(
  findings: readonly Pick<JudgedFinding, 'level' | 'scenarios'>[],
): readonly ScenarioVerdict[] {
  return chosenScenario.options.map((scenario) => {
    const levels = new Set(findings.filter(({ scenarios }) => scenarios.includes(scenario)).map(({ level }) => level));
    return { scenario, verdict: levels.has('stops') ? 'stops' : levels.has('look') ? 'look' : 'open' };
  });
}

/** What weighs most first. */
export const byWeight = (findings: readonly JudgedFinding[]): readonly JudgedFinding[] =>
  findings.toSorted(
    (one, other) => preflightLevel.options.indexOf(one.level) - preflightLevel.options.indexOf(other.level),
  );
