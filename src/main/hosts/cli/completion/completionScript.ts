import { bashCompletion } from './bashCompletion.ts';
import type { CompletionTable } from './completionTable.ts';
import { powershellCompletion } from './powershellCompletion.ts';
import { zshCompletion } from './zshCompletion.ts';

const scripts = { pwsh: powershellCompletion, bash: bashCompletion, zsh: zshCompletion } as const;

export type Shell = keyof typeof scripts;
export const shells = ['pwsh', 'bash', 'zsh'] as const satisfies readonly Shell[];

/** The script by which a shell completes the words of the table. It is plain ASCII, since Windows PowerShell 5.1 reads a file as that. */
export function completionScript(shell: Shell, table: CompletionTable): string {
  return scripts[shell](table);
}
