import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const source = (path: string) => resolve(import.meta.dirname, 'src', path);

/** See `src/main/rulesOfBuild.ts`. */
function digestOfRules(): string {
  const digest = createHash('sha256');
  for (const file of globSync('**/*.ts', { cwd: source('shared') }).sort()) {
    digest.update(file).update(readFileSync(source(`shared/${file}`)));
  }
  // Next steps follow from it too.
  digest.update(readFileSync(resolve(import.meta.dirname, 'resources/knowledge/first-answers.json')));
  return digest.digest('hex').slice(0, 16);
}

export default defineConfig({
  main: {
    define: { RESEAL_RULES: JSON.stringify(digestOfRules()) },
    build: {
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          serve: source('main/serve.ts'),
          cli: source('main/cli.ts'),
          intakeWorker: source('main/services/intake/intakeWorker.ts'),
          upkeepWorker: source('main/services/backups/upkeepWorker.ts'),
        },
        output: {
          format: 'es',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What every command needs is a few large files: hundreds of small ones take longer to find than to run.
          // `test/integration/hosts/cli/start.test.ts` holds the line.
          codeSplitting: {
            groups: [
              {
                name: 'program',
                test: /src[\\/]main[\\/](hosts[\\/](cli[\\/]program[\\/](createProgram|runCli)|ownUmask)|systemClock)\.ts$/,
                priority: 4,
              },
              { name: 'zod', test: /node_modules[\\/]zod/, priority: 3 },
              { name: 'store', test: /src[\\/]main[\\/]store[\\/]/, priority: 2 },
              {
                name: 'session',
                test: /src[\\/]main[\\/](backend|hosts[\\/]cli[\\/]program[\\/]session)\.ts$/,
                priority: 1,
              },
              { name: 'devices', test: /[\\/](hosts[\\/]cli|services|contract)[\\/]devices\b/ },
            ],
          },
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require electron and nothing else: everything it uses is bundled, as CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    build: {
      minify: true,
      sourcemap: false,
      rolldownOptions: {
        input: source('renderer/index.html'),
        output: {
          codeSplitting: {
            // One file, which all others wait for: a schema that is made before the setting is would try to make code from text.
            groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|zodWithoutEval\.ts$/ }],
          },
        },
      },
    },
  },
});
