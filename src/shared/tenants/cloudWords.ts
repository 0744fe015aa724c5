import type { TenantView } from './tenant.ts';

const WITHOUT_AUTOPILOT =
  'Windows Autopilot does not exist in this cloud: no device can be registered with its hardware hash. Windows Autopilot device preparation works there; upload corporate identifiers for it.';

/**
 * What does not work in a cloud, and what does instead; null where all of it works. Sources: "Windows Autopilot FAQ", supported
 * countries/regions; "Compare Windows Autopilot device preparation and Windows Autopilot" (GCC High, DoD); "What's new in
 * Windows Autopilot device preparation", September 2024 (21Vianet).
 */
export const cloudWarnings: Readonly<Record<TenantView['cloud'], string | null>> = {
  global: null,
  usGovernmentHigh: WITHOUT_AUTOPILOT,
  usGovernmentDod: WITHOUT_AUTOPILOT,
  china: WITHOUT_AUTOPILOT,
};
