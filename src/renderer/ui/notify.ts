import { createContext, useContext } from 'react';
import type { Failure } from '../../shared/outcome/outcome.ts';

type Undo = () => Promise<void> | void;

/** An act of a person on one device, told with its name. Those of one kind are told together. */
export interface Deed {
  /** What was done, as one word a kind: `bench.start`. */
  readonly kind: string;
  /** The serial number. */
  readonly subject: string;
  /** Large, in front of the serial number: “Started”. */
  readonly word: string;
  /** What was done and what is next, below. */
  readonly line: string;
  /** What was done, behind the serial number: “start recorded”. */
  readonly what: string;
  /** “3 starts recorded”. */
  readonly many: (count: number) => string;
}

/** The one way to tell what an act came to, where the screen itself does not show it. */
export interface Notify {
  /** `undo` is offered beside the sentence, and by Ctrl+Z. */
  readonly done: (sentence: string, undo?: Undo) => void;
  /** The same for an act on one device; it stays until the next scan or another message. */
  readonly deed: (deed: Deed, undo?: Undo) => void;
  /** Ctrl+Z takes it back for a while; something else in sight tells of it. */
  readonly undoable: (undo: Undo) => void;
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
