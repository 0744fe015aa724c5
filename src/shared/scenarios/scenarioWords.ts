import type { ExpectedProfile } from './expectedProfileOf.ts';
import type { RuleWarning } from './ruleWarning.ts';
import type { DeviceScenario } from './scenarioOf.ts';
import type { JoinType, ScenarioName } from './scenarioName.ts';
import type { ScenarioChoice, ScenarioRule } from './scenarioRule.ts';

/** The name of a scenario, as Microsoft's documentation has it. */
export const scenarioTitles: Readonly<Record<ScenarioName, string>> = {
  preProvisioned: 'Pre-provisioned',
  userDriven: 'User-driven',
  selfDeploying: 'Self-deploying',
  existingDevice: 'Existing device',
  devicePreparation: 'Device preparation',
  unknown: 'Not known yet',
};

export const joinTypeTitles: Readonly<Record<JoinType, string>> = {
  entra: 'Microsoft Entra join',
  hybrid: 'Microsoft Entra hybrid join',
  unknown: 'join type not known yet',
};

const sources: Readonly<Record<Exclude<DeviceScenario['source'], 'rule'>, string>> = {
  person: 'chosen by hand',
  profile: 'from the assigned profile',
  deviceLink: 'from its DeviceLink',
  batch: 'chosen for its batch',
  tenant: 'the tenant’s default',
  none: 'nothing tells',
};

const byRule = (groupTag: string | null): string => `by the rule for group tag ${groupTag ?? ''}`;

/** The scenario of a device with its join type and what says so. */
export function scenarioSentence({ name, joinType, source, ruleTag, profileSays }: DeviceScenario): string {
  const says = source === 'rule' ? byRule(ruleTag) : sources[source];
  const told = `${scenarioTitles[name]}, ${joinTypeTitles[joinType]} (${says})`;
  return profileSays === null ? told : `${told}; the assigned profile is for ${scenarioTitles[profileSays]}`;
}

/** The profile that a device is expected to get, and who says so. */
export const expectedProfileSentence = ({ name, source, ruleTag }: ExpectedProfile): string =>
  `${name} (${source === 'rule' ? byRule(ruleTag) : sources[source]})`;

/** What is said of many devices at once, in few words: “Self-deploying, Microsoft Entra join”. */
export const choiceWords = ({ scenario, joinType }: ScenarioChoice): string | null =>
  scenario === null && joinType === null
    ? null
    : [scenario && scenarioTitles[scenario], joinType && joinTypeTitles[joinType]].filter(Boolean).join(', ');

/** A rule in one sentence. */
export function ruleSentence({ groupTag, profile, ...choice }: ScenarioRule): string {
  const says = [choiceWords(choice), profile === null ? null : `the profile ${profile} expected`];
  return `Devices with group tag ${groupTag}: ${says.filter(Boolean).join(', ')}.`;
}

export function ruleWarningSentence(warning: RuleWarning): string {
  switch (warning.code) {
    case 'nearTags': {
      const tags = warning.groupTags.map((tag) => `“${tag}”`).join(', ');
      return `There is also ${tags}: this rule does not count for it, as group tags are compared letter by letter.`;
    }
    case 'entraOnly':
      return `${scenarioTitles[warning.scenario]} has no hybrid join: choose Microsoft Entra join.`;
  }
}

/** What the history says when somebody chose a scenario; null: the choice was taken back. */
export const chosenScenarioSentence = (scenario: ScenarioName | null): string =>
  scenario === null
    ? 'The scenario follows the assigned profile again.'
    : `The scenario was set to ${scenarioTitles[scenario]}.`;

/** The same, for all devices of a batch at once. */
export const batchChoiceSentence = (choice: ScenarioChoice): string =>
  `Of its batch was said: ${choiceWords(choice) ?? 'nothing more'}.`;
/** Said where a name is wished for a device that does not take it. */
export const nameIgnoredSentence = ({ name }: Pick<DeviceScenario, 'name'>): string =>
  name === 'devicePreparation'
    ? 'Device preparation ignores this name.'
    : 'With Microsoft Entra hybrid join Windows ignores this name: the domain join profile names the device.';
