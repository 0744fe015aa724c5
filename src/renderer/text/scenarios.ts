import { devicesText } from './count.ts';

export const scenarioText = {
  act: 'Choose scenario',
  title: (number: number) =>
    number === 1 ? 'How is the device deployed?' : `How are ${devicesText(number)} deployed?`,
  field: 'Scenario',
  byProfile: 'As the assigned profile says',
  byProfileHint: 'Before a profile is assigned, what is known of the batch or the tenant counts.',
  confirm: 'Choose',
  done: (number: number) =>
    number === 0 ? 'Nothing has changed.' : `The scenario of ${devicesText(number)} is chosen.`,
  hints: {
    preProvisioned: 'A technician runs the device’s part and reseals it.',
    userDriven: 'The user does all of it at the first start. Nothing is asked of the bench.',
    selfDeploying: 'For kiosks and shared devices: it deploys by itself, without a user.',
    existingDevice: 'Windows is installed anew with the profile in a file.',
    devicePreparation: 'Without a registration: the policy of the user’s group prepares it.',
  },
  label: 'Scenario',
  expectedProfile: 'Expected profile',
  notNeeded: 'Not needed',
  notPartOf: 'Not part of this scenario',
} as const;

export const rulesText = {
  act: 'Scenario rules',
  otherwise: 'rule group tag expected profile default scenario join type kiosk',
  title: (tenant: string) => `What the devices of ${tenant} are for`,
  sentence:
    'A rule counts at once for every device with its group tag, and for those that come later. A person’s choice and the assigned profile are stronger.',
  table: 'Rules by group tag',
  columns: {
    groupTag: 'Group tag',
    devices: 'Devices',
    profile: 'Expected profile',
    scenario: 'Scenario',
    joinType: 'Join type',
    acts: 'Change',
  },
  empty: 'There is no rule yet. With one, a group tag tells what its devices are for before a profile is assigned.',
  add: 'Add a rule',
  changeNamed: (groupTag: string) => `Change the rule for ${groupTag}`,
  removeNamed: (groupTag: string) => `Remove the rule for ${groupTag}`,
  removed: (groupTag: string) => `The rule for ${groupTag} is removed.`,
  ruleTitle: (groupTag: string | null) => (groupTag === null ? 'A rule for a group tag' : `The rule for ${groupTag}`),
  ruleConfirm: 'Save the rule',
  ruleSaved: (groupTag: string) => `The rule for ${groupTag} is saved.`,
  saysNothing: 'Choose an expected profile, a scenario or a join type.',
  haveTag: (devices: number) => (devices === 1 ? '1 device has this tag.' : `${devicesText(devices)} have this tag.`),
  tagHint: 'Letter by letter, as the devices have it.',
  profileHint: 'As it is called in Intune. Empty: any profile will do.',
  byDefault: 'Devices of which nothing else tells',
  defaultNone: 'Nothing is said.',
  changeDefault: 'Change the default',
  defaultTitle: (tenant: string) => `The default of ${tenant}`,
  defaultSentence: 'It counts where neither a person, a profile, a rule nor the batch tells.',
  defaultSaved: 'The default is saved.',
  unsaid: 'Not said here',
} as const;

export const batchText = {
  label: 'These devices are for',
  joinLabel: 'Join type',
  unsaid: 'told by profile or rule',
} as const;
