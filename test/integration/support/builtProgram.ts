import { ensureBuilt } from '../../../scripts/support/ensureBuilt.mjs';

/** Tests of the doors run what is in `out/`: it is built first where the sources are newer. */
export default async function builtProgram(): Promise<void> {
  if (!(await ensureBuilt())) throw new Error('The program under test could not be built.');
}
