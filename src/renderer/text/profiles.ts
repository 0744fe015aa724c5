import { formatter } from './formatter.ts';

export const profilesText = {
  act: 'Deployment profiles',
  otherwise: 'profile autopilot settings conflict oldest language template convert pre-provisioning',
  title: (tenant: string) => `Deployment profiles of ${tenant}`,
  sentence:
    'Where several reach a device by groups, the oldest wins; they stand in that order. A default one wins only where no other does.',
  never: 'They have not been read yet. Reading changes nothing at Microsoft.',
  none: 'The tenant has no deployment profile.',
  table: 'Deployment profiles',
  columns: {
    name: 'Profile',
    mode: 'Mode',
    join: 'Joins',
    preProvisioning: 'Pre-provisioning',
    have: 'Have it',
    expect: 'Expect it',
  },
  endedEarly: 'Microsoft’s list ended early; profiles may be missing.',
  done: (profiles: number) =>
    profiles === 1 ? 'One profile was read.' : `${formatter.number(profiles)} profiles were read.`,
  settingsOf: (name: string) => `Settings of ${name}`,
  notListed: (name: string) => `${name} (not in the tenant’s list)`,
  any: 'Any profile',
} as const;
