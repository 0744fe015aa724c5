// Every check and test of the project, in the order in which a failure is cheapest to find.
import './support/requireNode.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './support/ensureBuilt.mjs';
import { ensureBrowser } from './support/ensureBrowser.mjs';
import { projectRoot } from './support/projectRoot.mjs';
import { runScript, runScriptAside } from './support/runScript.mjs';
import { checkCounts, playwrightCounts, vitestCounts } from './support/testCounts.mjs';

const reports = join(projectRoot, 'test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const results = [];

// The linter alone takes as long as all other checks: they run beside it.
await Promise.all([
  checkAll([['lint', 'check:lint']]),
  checkAll([
    ['types', 'check:types'],
    ['format', 'check:format'],
    ['dependency rules', 'check:arrows'],
    ['dead code', 'check:dead-code'],
  ]),
]);
await take('build', () => checkCounts(build({ quiet: true })));
await take('unit', () => runVitest('unit'));
await take('integration', () => runVitest('integration'));
await take('e2e', runPlaywright);
report(results);

async function checkAll(checks) {
  for (const [name, script] of checks) await measured(name, async () => checkCounts(await runScriptAside(script)));
}

async function take(name, run) {
  process.stdout.write(`\n── ${name}\n`);
  await measured(name, run);
}

async function measured(name, run) {
  const startedAt = performance.now();
  const counts = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  results.push({ name, seconds, ...counts });
}

async function runVitest(project) {
  const file = join(reports, `${project}.json`);
  const isFine = await runScript(`test:${project}`, [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return vitestCounts(file, isFine);
}

async function runPlaywright() {
  if (!(await ensureBrowser())) return checkCounts(false);
  return playwrightCounts(join(reports, 'e2e.json'), await runScript('test:e2e'));
}

function report(rows) {
  process.stdout.write('\n');
  for (const { name, seconds, passed, failed, skipped } of rows) {
    const outcome = failed === 0 ? 'passed' : 'FAILED';
    const counted = `${passed} passed, ${failed} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`;
    process.stdout.write(`${name.padEnd(18)}${outcome.padEnd(8)}${`${seconds} s`.padStart(9)}   ${counted}\n`);
  }
  for (const { name, skipped, remarks } of rows) {
    for (const remark of remarks) process.stdout.write(`${name}, ${remark}\n`);
    for (const reason of new Set(skipped)) {
      const times = skipped.filter((other) => other === reason).length;
      process.stdout.write(`Skipped in ${name}: ${times === 1 ? '' : `${times} × `}${reason}\n`);
    }
  }
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  process.exitCode = total('failed') === 0 ? 0 : 1;
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed\n`);
}
