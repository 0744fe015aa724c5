/** Intune accepts one synchronisation in ten minutes (confirmed in microsoft-graph-docs#9691). */
export const SYNC_COOLDOWN_MS = 10 * 60_000;
