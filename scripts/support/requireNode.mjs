// Imported first by every script. npm puts the pinned Node on the path where its package exists (Linux on x64); elsewhere
// the machine's own Node has to be new enough.
import { CANNOT_RUN } from './cannotRun.mjs';

const NEEDED_MAJOR = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED_MAJOR) {
  process.stderr.write(
    `Reseal needs Node ${NEEDED_MAJOR} or newer, and this is Node ${process.versions.node}: install Node ${NEEDED_MAJOR} from https://nodejs.org and run the command again.\n`,
  );
  process.exit(CANNOT_RUN);
}
