import type { DeviceScenario } from './scenarioOf.ts';
import type { JoinType, ScenarioName } from './scenarioName.ts';

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

const sources: Readonly<Record<DeviceScenario['source'], string>> = {
  person: 'chosen by hand',
  profile: 'from the assigned profile',
  deviceLink: 'from its DeviceLink',
  rule: 'from the rule of its group tag',
  batch: 'chosen for its batch',
  tenant: 'the tenant’s default',
  none: 'nothing tells',
};

/** The scenario of a device with its join type and what says so. */
export function scenarioSentence({ name, joinType, source, profileSays }: DeviceScenario): string {
  const told = `${scenarioTitles[name]}, ${joinTypeTitles[joinType]} (${sources[source]})`;
  return profileSays === null ? told : `${told}; the assigned profile is for ${scenarioTitles[profileSays]}`;
}

/** What the history says when somebody chose a scenario; null: the choice was taken back. */
export const chosenScenarioSentence = (scenario: ScenarioName | null): string =>
  scenario === null
    ? 'The scenario follows the assigned profile again.'
    : `The scenario was set to ${scenarioTitles[scenario]}.`;

/** Said where a name is wished for a device that does not take it. */
export const nameIgnoredSentence = ({ name }: Pick<DeviceScenario, 'name'>): string =>
  name === 'devicePreparation'
    ? 'Device preparation ignores this name.'
    : 'With Microsoft Entra hybrid join Windows ignores this name: the domain join profile names the device.';
