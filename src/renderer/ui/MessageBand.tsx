import { useEffect, useEffectEvent, useState } from 'react';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { commonText } from '../text/common.ts';
import { AnswerBand } from './AnswerBand.tsx';
import { BandButton } from './BandButton.tsx';
import type { Message } from './messages.ts';
import { useIsFresh } from './useIsFresh.ts';

/** Time to read it; to notice a mistake and reach for the mouse. */
const SHOWN_MS = 12_000;
const WITH_MORE_MS = 20_000;

const colours = { done: 'green', warn: 'amber', failed: 'amber' } as const;

interface MessageBandProps {
  readonly message: Message;
  readonly onUndo: (message: Message) => void;
  readonly onClose: () => void;
}

/** What an act came to. An act on a device stays until the next scan; everything else passes, unless somebody points at it. */
export function MessageBand({ message, onUndo, onClose }: MessageBandProps) {
  const { kind, sentence, detail, deeds, undos } = message;
  const [isHeld, setIsHeld] = useState(false);
  const isFresh = useIsFresh(String(message.id)) && deeds.length > 0;
  const pass = useEffectEvent(onClose);
  const passes = deeds.length === 0 && !isHeld;
  const shownMs = kind === 'done' && undos.length === 0 ? SHOWN_MS : WITH_MORE_MS;
  useEffect(() => {
    if (!passes) return;
    const timer = setTimeout(() => pass(), shownMs);
    return () => clearTimeout(timer);
  }, [passes, shownMs]);

  const [only, another] = deeds;
  const isOne = only !== undefined && another === undefined;
  const colour = colours[kind];
  return (
    <div
      role="list"
      aria-label={commonText.messages}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <div role="listitem" aria-label={sentence}>
        <AnswerBand
          colour={colour}
          isFresh={isFresh}
          isQuiet={deeds.length === 0}
          word={isOne ? only.word : sentence}
          name={isOne ? only.subject : null}
          line={isOne ? only.line : deeds.length > 0 ? deeds.map(({ subject }) => subject).join(', ') : detail}
          onClose={onClose}
        >
          {undos.length > 0 && (
            <BandButton colour={colour} isFresh={isFresh} icon={<ArrowUndoRegular />} onClick={() => onUndo(message)}>
              {undos.length === 1 ? commonText.undo : commonText.undoAll}
            </BandButton>
          )}
        </AnswerBand>
      </div>
    </div>
  );
}
