// The command line in a checkout: builds where the sources are newer, then becomes the built program.
import './support/requireNode.mjs';
import { CANNOT_RUN } from './support/cannotRun.mjs';
import { ensureBuilt } from './support/ensureBuilt.mjs';
import { runBuilt } from './support/runBuilt.mjs';

const needsPage = process.argv.includes('serve');

if (await ensureBuilt({ announce: process.stderr.isTTY, needsPage })) await runBuilt('cli.js', process.argv.slice(2));
else process.exitCode = CANNOT_RUN;
