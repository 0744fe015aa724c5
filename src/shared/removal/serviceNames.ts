import type { RemovalPlan } from './removalPlan.ts';

/** The services that hold a record of a device, as people call them. */
export const serviceNames = {
  intune: 'Intune',
  autopilot: 'Windows Autopilot',
  entra: 'Microsoft Entra',
  activeDirectory: 'Active Directory',
} as const satisfies Record<RemovalPlan['records'][number]['service'], string>;
