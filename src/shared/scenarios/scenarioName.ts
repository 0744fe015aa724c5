import { z } from 'zod';

/** How a device is to be deployed, in Microsoft's words; unknown while nothing tells. */
export const scenarioName = z.enum([
  'preProvisioned',
  'userDriven',
  'selfDeploying',
  'existingDevice',
  'devicePreparation',
  'unknown',
]);
export type ScenarioName = z.infer<typeof scenarioName>;

/** A scenario that somebody can choose. */
export const chosenScenario = scenarioName.exclude(['unknown']);
export type ChosenScenario = z.infer<typeof chosenScenario>;

/** Which directory the device joins: Entra alone, or Active Directory and Entra. */
export const joinType = z.enum(['entra', 'hybrid', 'unknown']);
export type JoinType = z.infer<typeof joinType>;

/** A join type that somebody can choose, and that a profile has. */
export const chosenJoinType = joinType.exclude(['unknown']);
export type ChosenJoinType = z.infer<typeof chosenJoinType>;

/**
 * What can tell a scenario, the strongest first: `rule` is that of a group tag, `batch` an import's, `tenant` the tenant's
 * default, `deviceLink` a DeviceLink without a registration.
 */
export const scenarioSource = z.enum(['person', 'profile', 'deviceLink', 'rule', 'batch', 'tenant', 'none']);
