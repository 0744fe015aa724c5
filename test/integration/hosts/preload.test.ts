import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../../src/main/hosts/electron/channels.ts';
import type { PreloadBridge } from '../../../src/renderer/api/preloadTransport.ts';

type Listener = (event: object, message: unknown) => void;

const exposed = new Map<string, PreloadBridge>();
const required: string[] = [];
const invoked: unknown[][] = [];
const listeners = new Map<string, Set<Listener>>();
let source = '';

const listenersOf = (channel: string) => listeners.get(channel) ?? new Set<Listener>();
const fakeElectron = {
  contextBridge: { exposeInMainWorld: (name: string, bridge: PreloadBridge) => exposed.set(name, bridge) },
  ipcRenderer: {
    invoke(...given: unknown[]) {
      invoked.push(given);
      return Promise.resolve({ ok: true, value: {} });
    },
    on: (channel: string, listener: Listener) => listeners.set(channel, listenersOf(channel).add(listener)),
    off: (channel: string, listener: Listener) => listenersOf(channel).delete(listener),
  },
};

beforeAll(async () => {
  source = await readFile(join(projectRoot, 'out', 'preload', 'index.cjs'), 'utf8');
  // A sandboxed preload is a script, not a module, and can require electron alone.
  runInNewContext(source, {
    require(name: string) {
      required.push(name);
      if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}.`);
      return fakeElectron;
    },
  });
});

function bridge(): PreloadBridge {
  const found = exposed.get('reseal');
  if (found === undefined) throw new Error('The preload exposes nothing.');
  return found;
}

it('is one script that requires electron once, and nothing else', () => {
  expect(required).toEqual(['electron']);
  expect(source).not.toMatch(/\bimport\b\s*[({'"]/);
});

it('gives the page two functions, and no more', () => {
  expect([...exposed.keys()]).toEqual(['reseal']);
  expect(Object.keys(bridge()).sort()).toEqual(['call', 'subscribe']);
});

it('carries a call over the one channel for calls', async () => {
  expect(await bridge().call('app.about', { some: 'input' })).toEqual({ ok: true, value: {} });
  expect(invoked).toEqual([[CALL_CHANNEL, 'app.about', { some: 'input' }]]);
});

it('hands on what the backend says without Electron’s event object, until the page has heard enough', () => {
  const heard: unknown[][] = [];
  const stop = bridge().subscribe((...given) => heard.push(given));
  const say = (message: unknown) => listenersOf(EVENT_CHANNEL).forEach((listener) => listener({ sender: {} }, message));
  say({ topic: 'jobs.changed', revision: 1 });
  stop();
  say({ topic: 'jobs.changed', revision: 2 });
  expect(heard).toEqual([[{ topic: 'jobs.changed', revision: 1 }]]);
  expect([...listeners.keys()]).toEqual([EVENT_CHANNEL]);
});
