import { z } from 'zod';
import type { SettingStore } from '../../store/settingStore.ts';

const NAME = 'practiceSpeed';
/** A minute of the practice tenant takes a second, so that nobody waits for training. */
const DEFAULT_SPEED = 60;

/** How many times faster than real a practice tenant that is started here runs. */
export function readPracticeSpeed(settings: SettingStore): number {
  return z.number().positive().catch(DEFAULT_SPEED).parse(settings.read(NAME));
}

/** Holds from the next start of the practice tenant on; one that runs is told by itself. */
export function writePracticeSpeed(settings: SettingStore, speed: number): void {
  settings.write(NAME, speed);
}
