import type { Deed } from './notify.ts';

/** What an act came to, as one message of the reserved place. */
export interface Message {
  readonly id: number;
  readonly kind: 'done' | 'warn' | 'failed';
  readonly sentence: string;
  readonly detail: string;
  /** The acts of a person that it tells of, oldest first; empty where it tells of something else. */
  readonly deeds: readonly Deed[];
  /** Takes back what it tells of, oldest first. */
  readonly undos: readonly (() => Promise<void> | void)[];
}

/** More than a few are a list, and that is what Activity is for. */
const MOST = 4;

/** The messages with a new one, the newest last. Equal ones merge: three starts are one message, which takes back all three. */
export function withMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const last = messages.at(-1);
  const merged = last === undefined ? null : mergedOf(last, message);
  return merged === null ? [...messages, message].slice(-MOST) : [...messages.slice(0, -1), merged];
}

/** What both say together; null where they say different things. */
function mergedOf(last: Message, next: Message): Message | null {
  if (last.kind !== next.kind) return null;
  const [deed] = next.deeds;
  if (deed !== undefined) {
    if (last.deeds[0]?.kind !== deed.kind) return null;
    const deeds = [...last.deeds, ...next.deeds];
    return { ...next, deeds, sentence: deed.many(deeds.length), undos: [...last.undos, ...next.undos] };
  }
  const isSame = last.deeds.length === 0 && last.sentence === next.sentence && last.detail === next.detail;
  return isSame && last.undos.length === 0 && next.undos.length === 0 ? next : null;
}

/** Takes back all that a message tells of, the newest first: what came later may rest on what came before. */
export async function undoAll({ undos }: Message): Promise<void> {
  for (const undo of undos.toReversed()) await undo();
}
