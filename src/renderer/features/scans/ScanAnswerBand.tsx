import { useRef, useState } from 'react';
import { AddRegular, ArrowUndoRegular, DocumentSearchRegular, LinkRegular } from '@fluentui/react-icons';
import { goTo } from '../../app/navigation.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { answerRules } from '../../../shared/scans/answerBand.ts';
import { commonText } from '../../text/common.ts';
import { scanText } from '../../text/scans.ts';
import { AnswerBand } from '../../ui/AnswerBand.tsx';
import { BandButton } from '../../ui/BandButton.tsx';
import { useIsFresh } from '../../ui/useIsFresh.ts';
import { AddDeviceDialog } from '../devices/add/AddDeviceDialog.tsx';
import { AnswerAct } from './AnswerAct.tsx';
import { AnswerChoices } from './AnswerChoices.tsx';
import { CodeOnScreen } from './CodeOnScreen.tsx';
import { seeFailure } from '../devices/page/seeFailure.ts';
import { DeregisterScanned } from './DeregisterScanned.tsx';
import { useScan, type Answered } from './scanContext.ts';
import { TakeInAction } from './TakeInAction.tsx';
import { useAnswerActs } from './useAnswerActs.ts';
import { useAnswerFocus } from './useAnswerFocus.ts';
import type { LiveAnswer } from './useLiveAnswer.ts';

interface ScanAnswerBandProps {
  readonly answered: Answered;
  readonly live: LiveAnswer;
  /** The failure has no code yet, and the person has not passed over it. */
  readonly asksForCode: boolean;
  /** It is saved, or there is none. */
  readonly onCodeDone: () => void;
}

/** The answer to a scan, and what can be done about it. It follows what becomes of its device. */
export function ScanAnswerBand({
  answered: { id, asked },
  live: { answer, detail },
  asksForCode,
  onCodeDone,
}: ScanAnswerBandProps) {
  const band = useRef<HTMLDivElement>(null);
  const { setAnswer } = useScan();
  const { tenant } = useWorkspace();
  const { associate, takeBackInitials, takeFromShelf } = useAnswerActs(answer);
  const [adding, setAdding] = useState<string | null>(null);
  const { colour, deviceId, device, takeIn } = answer;
  const isFresh = useIsFresh(`${String(id)} ${String(asksForCode)}`) || asksForCode;
  const enter = colour === null ? 'nothing' : answerRules[colour].enter;
  useAnswerFocus(band, [answer.word, detail === null ? '' : detail.device.nextStep.code, asksForCode].join(' '));
  const open = deviceId === null ? null : () => openDevice(deviceId);

  return (
    <section aria-label={scanText.answerLabel}>
      <AnswerBand
        ref={band}
        colour={colour}
        isFresh={isFresh}
        word={answer.word}
        name={answer.name}
        line={answer.line}
        isTicking={device !== null}
        closeLabel={scanText.close}
        onClose={() => setAnswer(null)}
      >
        {colour !== null && (
          <>
            {enter === 'act' && detail !== null && <AnswerAct detail={detail} colour={colour} isFresh={isFresh} />}
            {asksForCode && deviceId !== null && <CodeOnScreen deviceId={deviceId} onDone={onCodeDone} />}
            {open !== null && (enter === 'open' || (colour === 'red' && !asksForCode)) && (
              <BandButton
                colour={colour}
                isFresh={isFresh}
                isEnters={enter === 'open'}
                icon={<DocumentSearchRegular />}
                onClick={open}
              >
                {scanText.seeWhy}
              </BandButton>
            )}
            {asked !== null && <AnswerChoices answer={answer} colour={colour} isFresh={isFresh} asked={asked} />}
            {asked !== null && takeIn !== null && (
              <TakeInAction offer={takeIn} asked={asked} colour={colour} isFresh={isFresh} />
            )}
            {takeIn !== null && takeIn.by !== 'code' && (
              <DeregisterScanned offer={takeIn} colour={colour} isFresh={isFresh} />
            )}
            {answer.addable !== null && tenant !== null && (
              <BandButton
                colour={colour}
                isFresh={isFresh}
                icon={<AddRegular />}
                onClick={() => setAdding(answer.addable)}
              >
                {scanText.add}
              </BandButton>
            )}
            {answer.deviceLink !== null && tenant !== null && (
              <BandButton colour={colour} isFresh={isFresh} icon={<LinkRegular />} onClick={() => associate(tenant)}>
                {scanText.associate(tenant.name)}
              </BandButton>
            )}
            {(answer.initialsBefore !== null || answer.placed !== null) && (
              <BandButton
                colour={colour}
                isFresh={isFresh}
                icon={<ArrowUndoRegular />}
                onClick={answer.placed === null ? takeBackInitials : takeFromShelf}
              >
                {commonText.undo}
              </BandButton>
            )}
          </>
        )}
      </AnswerBand>
      {adding !== null && tenant !== null && (
        <AddDeviceDialog
          tenant={tenant}
          serialNumber={adding}
          onClose={() => {
            setAdding(null);
            setAnswer(null);
          }}
        />
      )}
    </section>
  );
}

/** Opens the page of the device, at what went wrong. */
function openDevice(id: string): void {
  goTo({ page: 'device', id });
  seeFailure(id);
}
