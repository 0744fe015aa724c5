import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { undoAll, withMessage, type Message } from './messages.ts';
import { MessagesContext } from './messagesContext.ts';
import { NotifyContext, type Notify } from './notify.ts';

/** So long Ctrl+Z takes back what a scan has put out of sight: the mistake is noticed at the next device. */
const UNDO_MS = 20_000;

/** What Ctrl+Z takes back. */
interface Undoable {
  readonly undo: () => void;
  /** Until when, where it is not in sight any more. */
  readonly until: number;
}

interface NotificationsProps {
  /** How many scans there were: an answer puts the messages before it aside. */
  readonly scans: number;
  readonly children: ReactNode;
}

/** The messages of the whole page, and Ctrl+Z for the newest one that can be taken back. `AnswerPlace` shows them. */
export function Notifications({ scans, children }: NotificationsProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [scansSeen, setScansSeen] = useState(scans);
  if (scans !== scansSeen) {
    setScansSeen(scans);
    setMessages([]);
  }
  const lastId = useRef(0);
  const undoable = useRef<Undoable | null>(null);

  const notify = useMemo<Notify>(() => {
    function tell(message: Omit<Message, 'id'>): void {
      lastId.current += 1;
      const told = { ...message, id: lastId.current };
      setMessages((before) => withMessage(before, told));
    }
    return {
      done: (sentence, undo) =>
        tell({ kind: 'done', sentence, detail: '', deeds: [], undos: undo === undefined ? [] : [undo] }),
      deed: (deed, undo) =>
        tell({
          kind: 'done',
          sentence: `${deed.subject}: ${deed.what}`,
          detail: '',
          deeds: [deed],
          undos: undo === undefined ? [] : [undo],
        }),
      undoable: (undo) => {
        undoable.current = { undo: () => void undo(), until: performance.now() + UNDO_MS };
      },
      warn: (sentence, detail = '') => tell({ kind: 'warn', sentence, detail, deeds: [], undos: [] }),
      failed: ({ message, remedy = '' }) =>
        tell({ kind: 'failed', sentence: message, detail: remedy, deeds: [], undos: [] }),
    };
  }, []);

  const message = messages.at(-1) ?? null;
  const dismiss = useCallback((id: number) => setMessages((all) => all.filter((one) => one.id !== id)), []);
  const undo = useCallback(
    (one: Message) => {
      undoable.current = null;
      dismiss(one.id);
      void undoAll(one);
    },
    [dismiss],
  );
  const value = useMemo(() => ({ message, dismiss, undo }), [message, dismiss, undo]);

  const newest = messages.findLast(({ undos }) => undos.length > 0);
  useEffect(() => {
    if (newest !== undefined) undoable.current = { undo: () => undo(newest), until: performance.now() + UNDO_MS };
  }, [newest, undo]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (!isUndo || isTyping) return;
      const last = undoable.current;
      // What is still in sight can be taken back however long it has been there.
      if (last === null || (newest === undefined && performance.now() > last.until)) return;
      event.preventDefault();
      undoable.current = null;
      last.undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [newest]);

  return (
    <NotifyContext value={notify}>
      <MessagesContext value={value}>{children}</MessagesContext>
    </NotifyContext>
  );
}
