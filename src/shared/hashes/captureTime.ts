/** Before Windows 10 1607 there was no hardware hash. */
export const EARLIEST_CAPTURE_MS = Date.UTC(2016, 0, 1);

/**
 * When a capture counts as taken, by which the newest of a device is found: at the time that it holds. The time of its
 * import takes the place of a time that is missing, or that no right clock can have shown.
 */
export function captureTimeOf(collectedAt: string | null, importedAt: string): string {
  const collectedMs = collectedAt === null ? Number.NaN : Date.parse(collectedAt);
  const isPossible = collectedMs >= EARLIEST_CAPTURE_MS && collectedMs <= Date.parse(importedAt);
  return isPossible ? new Date(collectedMs).toISOString() : importedAt;
}
