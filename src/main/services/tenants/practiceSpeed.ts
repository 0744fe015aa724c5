import { z } from 'zod';
import { PRACTICE_SPEED } from '../../../shared/tenants/practiceSpeed.ts';
import type { SettingStore } from '../../store/settingStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { askPractice } from './askPractice.ts';

const NAME = 'practiceSpeed';

/** How many times faster than real a practice tenant that is started here runs. */
export function readPracticeSpeed(settings: SettingStore): number {
  return settings.read(NAME, z.number().positive(), PRACTICE_SPEED) ?? PRACTICE_SPEED;
}

/** Sets the speed of the running practice tenant, and of every later start. */
export async function setPracticeSpeed(
  { ports, practiceTenant, settings, store }: Pick<ServiceContext, 'ports' | 'practiceTenant' | 'settings' | 'store'>,
  speed: number,
): Promise<void> {
  store.write(() => settings.write(NAME, speed));
  await askPractice({ ports, practiceTenant }, 'POST', 'clock', { speed });
}
