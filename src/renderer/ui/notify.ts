import { createContext, useContext } from 'react';
import type { Failure } from '../../shared/outcome/outcome.ts';

/** The one way to tell what an act came to, where the screen itself does not show it. */
export interface Notify {
  /** `undo` is offered on the toast, and by Ctrl+Z while the toast is there. */
  readonly done: (sentence: string, undo?: () => void) => void;
  /** Went through, but a person should look: some were refused, say. */
  readonly warn: (sentence: string, detail?: string) => void;
  readonly failed: (failure: Failure) => void;
}

export const NotifyContext = createContext<Notify | null>(null);

/** Notes that pass by themselves; what has to be answered is a dialog. Throws where no provider stands above. */
export function useNotify(): Notify {
  const notify = useContext(NotifyContext);
  if (notify === null) throw new Error('There are no notifications above this component.');
  return notify;
}
