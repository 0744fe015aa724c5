import type { InputOf } from '../../../../shared/api/contract.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';

export interface LaneLook {
  readonly colour: NonNullable<InputOf<'tenants.addLane'>['colour']>;
}

/** `lane add`. */
export async function addLane(run: Run, name: string, { colour }: LaneLook): Promise<ExitStatus> {
  const lane = await run.call('tenants.addLane', { name, colour });
  await run.print(
    lane,
    () =>
      `Added ${lane.name}. Everything local works in it: reseal --lane "${lane.name}" import …; what is for Microsoft waits until it is connected.`,
  );
  return exitStatus.done;
}
