import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ScanReading } from '../../../shared/scans/scanReading.ts';
import type { Outcome } from '../../../shared/outcome/outcome.ts';
import { hasAffixes, withoutAffixes } from '../../../shared/scans/withoutAffixes.ts';
import { useClient } from '../../api/clientContext.ts';
import { goTo, useAddress } from '../../app/navigation.ts';
import { useKeyboard } from '../../app/useKeyboard.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { collectScan } from './collect/collectScan.ts';
import { useCollection } from './collect/collection.ts';
import { deviceAnswerOf, readingAnswer, scanAnswerOf, takingInAnswer, type ScanAnswer } from './scanAnswer.ts';
import { ScanContext, type Answered, type Asked, type LeavingDevice, type ScanContextValue } from './scanContext.ts';
import { playAnswer } from './scanSound.ts';

/** The decoder is a megabyte; it comes when a camera is asked for. */
const CameraDialog = lazy(() => import('./CameraDialog.tsx'));

interface JustScanned {
  readonly deviceId: string;
  readonly atMs: number;
}

/** Who scans a shelf later than this means the shelf alone. */
const TOGETHER_MS = 120_000;

function deviceBefore(scanned: JustScanned | null): string | null {
  return scanned !== null && Date.now() - scanned.atMs <= TOGETHER_MS ? scanned.deviceId : null;
}

/** Scans for the whole page: they come from the hand scanner, the field, or the camera, and always get an answer. */
export function ScanProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const { settings } = useWorkspace();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [leaving, setLeaving] = useState<LeavingDevice | null>(null);
  const [cameraIsOpen, setCameraIsOpen] = useState(false);
  const newest = useRef(0);
  /** The device that the scan before led to: the label of a shelf puts it there. */
  const justScanned = useRef<JustScanned | null>(null);
  const [heard, setHeard] = useState(0);
  // The board stays in sight: there the answer says it all, and leads to the device.
  const staysHere = useAddress().page === 'bench';

  const show = useCallback((answer: ScanAnswer, asked: Asked | null) => {
    newest.current += 1;
    setAnswered({ id: newest.current, answer, asked, awaitsEnter: true });
    return newest.current;
  }, []);
  /** Shows the answer to a scan once it is there, unless another came meanwhile, and opens the device. */
  const answerTo = useCallback(
    async (asked: Asked, meanwhile: ScanAnswer, reading: Promise<Outcome<ScanReading>>) => {
      const mine = show(meanwhile, asked);
      const answer = scanAnswerOf(await reading, asked.text, settings.deviceLinkBeta, new Date());
      if (mine !== newest.current) return;
      show(answer, asked);
      if (settings.sounds && answer.colour !== null) playAnswer(answer.colour);
      justScanned.current = answer.deviceId === null ? null : { deviceId: answer.deviceId, atMs: Date.now() };
      if (answer.deviceId !== null && !staysHere) goTo({ page: 'device', id: answer.deviceId });
    },
    [show, settings.sounds, settings.deviceLinkBeta, staysHere],
  );
  const read = useCallback(
    (asked: Asked) => {
      setHeard((count) => count + 1);
      if (useCollection.getState().isOn) {
        setAnswered(null);
        collectScan(client, asked, settings.sounds);
        return;
      }
      const after = deviceBefore(justScanned.current);
      const whole = { ...asked, ...(after !== null && { after }) };
      void answerTo(asked, readingAnswer, client.call('scans.read', whole));
    },
    [answerTo, client, settings.sounds],
  );
  const scan = useMemo<ScanContextValue>(
    () => ({
      read: (text) => read({ text: withoutAffixes(text, settings) }),
      choose: read,
      openCamera: () => setCameraIsOpen(true),
      heard,
      answered,
      setAnswer: (answer) => {
        if (answer === null) setAnswered(null);
        else show(answer, null);
      },
      showDevice: (device) => void show(deviceAnswerOf(device, new Date()), null),
      spendScan: () => setAnswered((shown) => shown && { ...shown, awaitsEnter: false }),
      takeIn: (asked, tenantId, ztdId) => {
        const { text, before } = asked;
        const wanted = { text, tenantId, ztdId, ...(before === undefined ? {} : { before }) };
        void answerTo(asked, takingInAnswer, client.call('scans.takeIn', wanted));
      },
      leaving,
      leave: (device) => {
        setAnswered(null);
        setLeaving(device);
      },
      doneLeaving: () => setLeaving(null),
    }),
    [read, show, answerTo, client, heard, answered, leaving, settings],
  );
  useKeyboard(settings.scansEndBy, ({ text, before }) => {
    const whole = before + text;
    // What the scanner is set to put in front proves that the pause was inside the scan.
    const isWhole = settings.scannerPrefix !== '' && hasAffixes(whole, settings);
    read(isWhole ? { text: withoutAffixes(whole, settings) } : { text: withoutAffixes(text, settings), before });
  });

  return (
    <ScanContext value={scan}>
      {children}
      {cameraIsOpen && (
        <Suspense>
          <CameraDialog
            onRead={(text) => {
              setCameraIsOpen(false);
              // The camera adds nothing to a code.
              read({ text });
            }}
            onClose={() => setCameraIsOpen(false)}
          />
        </Suspense>
      )}
    </ScanContext>
  );
}
