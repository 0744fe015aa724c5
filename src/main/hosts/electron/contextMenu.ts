import { Menu, type BrowserWindow, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron';

type Pressed = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/** What the right mouse button offers: the commands of a field where one is, copying where something is selected, nothing elsewhere. */
function contextCommands({ isEditable, selectionText, editFlags }: Pressed): MenuItemConstructorOptions[] {
  if (isEditable) {
    return [
      { role: 'undo', enabled: editFlags.canUndo },
      { role: 'redo', enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy' }];
}

/** Electron brings no such menu of its own. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, pressed) => {
    const commands = contextCommands(pressed);
    if (commands.length > 0) Menu.buildFromTemplate(commands).popup({ window });
  });
}
