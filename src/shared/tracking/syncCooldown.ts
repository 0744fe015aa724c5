/** Intune accepts one synchronisation in ten minutes (confirmed in microsoft-graph-docs#9691). */
export const SYNC_COOLDOWN_MINUTES = 10;
export const SYNC_COOLDOWN_MS = SYNC_COOLDOWN_MINUTES * 60_000;
