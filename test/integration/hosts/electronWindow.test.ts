import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bootElectron, type ElectronProcess } from '../../fakes/electron/electronProcess.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const report = z.object({
  windows: z.array(z.object({ options: z.record(z.string(), z.unknown()) })),
  maximized: z.number(),
  contextMenus: z.array(z.array(z.object({ role: z.string().optional(), enabled: z.boolean().optional() }))),
});

/** Opens the window on a data folder, and ends it without a word to it. */
async function withWindow(
  dataFolder: string,
  work: (window: ElectronProcess, read: () => Promise<z.infer<typeof report>>) => Promise<void>,
): Promise<void> {
  const window = bootElectron({ dataFolder });
  await window.opened;
  await work(window, async () => report.parse(await window.order({ do: 'report' })));
  window.kill();
  await window.exited;
}

describe('the right mouse button', () => {
  const flags = { canUndo: false, canRedo: false, canCut: true, canCopy: true, canPaste: true, canSelectAll: true };

  it('offers the commands of a field, copies what is selected, and opens no empty menu', async () => {
    const folder = temporaryFolder();
    await withWindow(folder.path, async (window, read) => {
      for (const on of [
        { isEditable: true, selectionText: '', editFlags: flags },
        { isEditable: false, selectionText: '5CG1234', editFlags: flags },
        { isEditable: false, selectionText: ' ', editFlags: flags },
      ]) {
        await window.order({ do: 'pressRight', on });
      }
      const menus = (await read()).contextMenus.map((menu) => menu.flatMap(({ role }) => role ?? []));
      expect(menus).toEqual([['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'], ['copy']]);
    });
    folder.remove();
  });
});

describe('a window that was closed', () => {
  it('opens again where it stood, as large as it was', async () => {
    const folder = temporaryFolder();
    await withWindow(folder.path, async (window) => {
      await window.order({ do: 'window', event: 'close' });
    });
    await withWindow(folder.path, async (_window, read) => {
      expect((await read()).windows[0]?.options).toMatchObject({ x: 40, y: 60, width: 1000, height: 700 });
    });
    folder.remove();
  });

  it.each([
    ['opens maximised where it was', '{"x":0,"y":0,"width":900,"height":600,"isMaximized":true}', 1, 900],
    ['opens as usual where what was kept cannot be read', '{"x":0,"y"', 0, 1280],
  ])('%s', async (_what, kept, maximized, width) => {
    const folder = temporaryFolder();
    await mkdir(join(folder.path, 'window'));
    await writeFile(join(folder.path, 'window', 'place.json'), kept);
    await withWindow(folder.path, async (window, read) => {
      await window.order({ do: 'window', event: 'ready-to-show' });
      const said = await read();
      expect(said.maximized).toBe(maximized);
      expect(said.windows[0]?.options).toMatchObject({ width });
    });
    folder.remove();
  });
});
