import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useClient } from '../../api/clientContext.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeyboard } from '../../app/useKeyboard.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { ScanAnswerBand } from './ScanAnswerBand.tsx';
import { readingAnswer, scanAnswerOf, type ScanAnswer } from './scanAnswer.ts';
import { ScanContext } from './scanContext.ts';
import { playAnswer } from './scanSound.ts';

/** The decoder is a megabyte; it comes when a camera is asked for. */
const CameraDialog = lazy(() => import('./CameraDialog.tsx'));

/** Scans for the whole page: they come from the hand scanner, the field, or the camera, and always get an answer. */
export function ScanProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const { settings } = useWorkspace();
  const [answer, setAnswer] = useState<ScanAnswer | null>(null);
  const [cameraIsOpen, setCameraIsOpen] = useState(false);
  const newest = useRef(0);

  const read = useCallback(
    async (text: string) => {
      newest.current += 1;
      const mine = newest.current;
      setAnswer(readingAnswer);
      const next = scanAnswerOf(await client.call('scans.read', { text }));
      if (mine !== newest.current) return;
      setAnswer(next);
      if (settings.sounds && next.tone !== 'busy') playAnswer(next.tone);
      if (next.deviceId !== null) goTo({ page: 'device', id: next.deviceId });
    },
    [client, settings.sounds],
  );
  const scan = useMemo(
    () => ({ read: (text: string) => void read(text), openCamera: () => setCameraIsOpen(true) }),
    [read],
  );
  useKeyboard(scan.read);

  return (
    <ScanContext value={scan}>
      {children}
      {answer !== null && <ScanAnswerBand answer={answer} onClose={() => setAnswer(null)} />}
      {cameraIsOpen && (
        <Suspense>
          <CameraDialog
            onRead={(text) => {
              setCameraIsOpen(false);
              scan.read(text);
            }}
            onClose={() => setCameraIsOpen(false)}
          />
        </Suspense>
      )}
    </ScanContext>
  );
}
