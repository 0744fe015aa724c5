import type { ExitStatus } from './exitStatus.ts';
import type { RunCommand } from './runCommand.ts';
import type { World } from './world.ts';

/** What commands are made of: most need only `run`. */
export interface CommandParts {
  readonly run: RunCommand;
  readonly world: World;
  readonly finish: (status: ExitStatus) => void;
}
