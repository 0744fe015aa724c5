import type { ActTools } from '../../acts/act.ts';

/** Puts the registration of these devices on its way to Microsoft, and tells what came of it. */
export async function askToRegister(deviceIds: readonly string[], { command, tellQueued }: ActTools): Promise<void> {
  const outcome = await command('registration.register', { deviceIds: [...deviceIds] });
  if (outcome.ok) tellQueued(outcome.value);
}
