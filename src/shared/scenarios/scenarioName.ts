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

/** Who chose a scenario, the strongest first. `rule` is a group tag’s, `batch` an import’s, `tenant` the tenant’s default. */
export const scenarioChooser = z.enum(['person', 'rule', 'batch', 'tenant']);
