import { z } from 'zod';
import type { SettingStore } from '../../store/settingStore.ts';

/** In the queue and not beside it: several processes look after one, and a restored copy runs again. */
const NAME = 'retentionCountedFrom';

/** From when the next run by itself counts: the last one, or the choice of its settings; null where neither was yet, or nobody can tell. */
export const countedFrom = (settings: SettingStore): string | null =>
  settings.read(NAME, z.iso.datetime().nullable(), null) ?? null;

/** Lets it count from now. @returns that moment */
export function countFrom(settings: SettingStore, now: Date): string {
  const at = now.toISOString();
  settings.write(NAME, at);
  return at;
}
