import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { IntakeThread } from './intakeThread.ts';
import type { OpenFile } from './openFiles.ts';

interface Unkept {
  readonly input: ParsedInputOf<'intake.preview'> & { readonly previewId: string };
  readonly files: readonly OpenFile[];
  /** The start of the thread that holds it. */
  readonly start: number;
}

/**
 * Lets a preview outlive the thread that made it. From the first entry on, a preview lies in the database; before that its
 * files stay in memory, which is shared with the thread and so costs nothing, and works on a full disk as well. A new thread
 * reads them again into the same preview.
 */
export function createUnkeptPreview(thread: IntakeThread) {
  let unkept: Unkept | null = null;

  return {
    /** A preview that a person reviews, as it was opened. */
    opened(input: Unkept['input'], files: readonly OpenFile[]): void {
      unkept = { input, files, start: thread.startOfNextCall() };
    },
    /** It lies in the database now, or another one took its place. */
    forget(): void {
      unkept = null;
    },
    isOf: (previewId: string | null): boolean => unkept !== null && unkept.input.previewId === previewId,
    /** Makes the preview anew where its thread has ended. */
    async restore(): Promise<void> {
      if (unkept === null || unkept.start === thread.startOfNextCall()) return;
      const { input, files } = unkept;
      for (const file of files) thread.hand(file);
      // Before the call: whoever asks meanwhile queues up behind it in the thread.
      unkept = { input, files, start: thread.startOfNextCall() };
      await thread.call('intake.preview', input);
    },
  };
}
