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
