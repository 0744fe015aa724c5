import './support/requireNode.mjs';
import { build } from './support/ensureBuilt.mjs';

process.exitCode = build({ quiet: false }) ? 0 : 1;
