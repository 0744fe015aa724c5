import type { Store } from './store.ts';

const DAY_MS = 86_400_000;
/** No device stands at a bench for longer. */
const KEPT_DAYS = 90;

/** Which alarms have been told, in whatever window: each is told once. */
export function createAlarmStore({ database }: Store, now: () => Date) {
  const claim = database.prepare('INSERT OR IGNORE INTO alarm (key, at) VALUES (@key, @at)');
  const forget = database.prepare('DELETE FROM alarm WHERE at < ?');
  return {
    /** Of these, the ones that nobody has told yet; from now on they count as told. */
    claim(keys: readonly string[]): string[] {
      const at = now();
      forget.run(new Date(at.getTime() - KEPT_DAYS * DAY_MS).toISOString());
      return keys.filter((key) => claim.run({ key, at: at.toISOString() }).changes === 1);
    },
  };
}
