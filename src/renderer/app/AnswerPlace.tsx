import { useEffect, useEffectEvent, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { BarcodeScannerRegular } from '@fluentui/react-icons';
import { ScannedAtHand } from '../features/scans/ScannedAtHand.tsx';
import { ScanAnswerBand } from '../features/scans/ScanAnswerBand.tsx';
import { useScan } from '../features/scans/scanContext.ts';
import { useLiveAnswer } from '../features/scans/useLiveAnswer.ts';
import { scanText } from '../text/scans.ts';
import { narrow, roomy } from '../ui/breakpoints.ts';
import { MessageBand } from '../ui/MessageBand.tsx';
import type { Message } from '../ui/messages.ts';
import { useMessages } from '../ui/messagesContext.ts';
import { useAddress } from './navigation.ts';

const OPEN_DIALOG = '[aria-modal="true"]';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    '@media print': { display: 'none' },
    ':focus': { outline: 'none' },
    // Always kept, so that nothing jumps when an answer comes or goes, and nothing is covered by it.
    minHeight: '72px',
    padding: `12px ${tokens.spacingHorizontalL} 0`,
    [roomy]: { minHeight: '88px', padding: '16px 24px 0' },
    // Where hardly anything fits, it takes room only while it says something.
    [narrow]: { minHeight: 0, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0` },
  },
  hint: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '72px',
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground2,
    [roomy]: { minHeight: '88px', fontSize: tokens.fontSizeBase500 },
    [narrow]: { minHeight: 0 },
  },
  icon: { display: 'inline-flex', fontSize: '28px' },
});

/** The place on top of every page in which answers to scans and messages appear, one at a time. */
export function AnswerPlace() {
  const styles = useStyles();
  const { answered, heard, setAnswer } = useScan();
  const { message, dismiss, undo } = useMessages();
  const live = useLiveAnswer(answered);
  const isAtBench = useAddress().page === 'bench';
  /** The answer whose code is saved, or passed over. */
  const [codeDone, setCodeDone] = useState<number | null>(null);
  const hasCode = (live?.answer.device?.benchError?.code ?? null) !== null;
  const asksForCode = live?.answer.colour === 'red' && !hasCode && answered?.id !== codeDone;
  // What was recorded before a scan, and comes after it, must not stand between the scan and its Enter.
  const isOfBefore = answered?.awaitsEnter === true && message !== null && isRecord(message);
  // The red answer waits for its code or the next scan, whatever else there is to say.
  const shown = asksForCode || isOfBefore ? null : message;

  function close(): void {
    if (shown === null) {
      setAnswer(null);
      return;
    }
    dismiss(shown.id);
    // The answer before it told what to do, and that is done.
    if (shown.deeds.length > 0) setAnswer(null);
  }
  const closeByKey = useEffectEvent(close);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector(OPEN_DIALOG) === null) closeByKey();
    };
    // Before the dialog hears of it: the key that closes a dialog closes no answer.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  return (
    <section aria-label={scanText.place} className={styles.root} tabIndex={-1} data-focus-home>
      {shown !== null && <MessageBand key={shown.id} message={shown} onUndo={undo} onClose={close} />}
      {shown === null && answered !== null && live !== null && (
        <ScanAnswerBand
          answered={answered}
          live={live}
          asksForCode={asksForCode}
          onCodeDone={() => setCodeDone(answered.id)}
        />
      )}
      {isAtBench && live !== null && live.detail !== null && (
        <ScannedAtHand detail={live.detail} colour={live.answer.colour} />
      )}
      {shown === null && answered === null && heard === 0 && (
        <p className={styles.hint}>
          <span aria-hidden="true" className={styles.icon}>
            <BarcodeScannerRegular />
          </span>
          {scanText.hint}
        </p>
      )}
    </section>
  );
}

const isRecord = ({ deeds, undos }: Message): boolean => deeds.length > 0 && undos.length > 0;
