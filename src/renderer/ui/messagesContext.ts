import { createContext, useContext } from 'react';
import type { Message } from './messages.ts';

interface Messages {
  /** The one to be shown: the newest; null where there is none. */
  readonly message: Message | null;
  /** It was read, or its time is over: the one before it comes back. */
  readonly dismiss: (id: number) => void;
  /** Takes back all that it tells of. */
  readonly undo: (message: Message) => void;
}

export const MessagesContext = createContext<Messages | null>(null);

/** What the reserved place of the page shows. Throws where no provider stands above. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (messages === null) throw new Error('There are no messages above this component.');
  return messages;
}
