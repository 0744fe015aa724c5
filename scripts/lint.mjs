// The linter reads the types of all that it judges, and lets go of them only when it ends: the whole at once does not fit the memory.
import './support/requireNode.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './support/projectRoot.mjs';

const eslint = join(projectRoot, 'node_modules', 'eslint', 'bin', 'eslint.js');
const parts = [
  ['src/main', 'src/shared'],
  ['src/renderer'],
  ['test/unit', 'test/structure', 'test/conformance'],
  ['test/integration'],
];
const rest = ['.', ...parts.flat().flatMap((folder) => ['--ignore-pattern', folder])];

for (const part of [...parts, rest]) {
  const { status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6144', eslint, '--max-warnings', '0', ...part],
    {
      cwd: projectRoot,
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exitCode = 1;
}
