import { lazy, Suspense, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { AddRegular, LinkRegular } from '@fluentui/react-icons';
import type { ScanReading, TakeIn } from '../../../shared/scans/scanReading.ts';
import type { Outcome } from '../../../shared/outcome/outcome.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { hasAffixes, withoutAffixes } from '../../../shared/scans/withoutAffixes.ts';
import { useClient } from '../../api/clientContext.ts';
import { goTo, useAddress } from '../../app/navigation.ts';
import { useKeyboard } from '../../app/useKeyboard.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { scanText } from '../../text/scans.ts';
import { tiny } from '../../ui/breakpoints.ts';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';
import { AddDeviceDialog } from '../devices/add/AddDeviceDialog.tsx';
import { collectScan } from './collect/collectScan.ts';
import { useCollection } from './collect/collection.ts';
import { DeregisterScanned } from './DeregisterScanned.tsx';
import { ScanAnswerBand } from './ScanAnswerBand.tsx';
import {
  associationAnswerOf,
  readingAnswer,
  scanAnswerOf,
  sendingAnswer,
  takingInAnswer,
  type ScanAnswer,
} from './scanAnswer.ts';
import { ScanContext, type LeavingDevice, type ScannedDevice } from './scanContext.ts';
import { playAnswer } from './scanSound.ts';
import { TakeInAction } from './TakeInAction.tsx';

/** The decoder is a megabyte; it comes when a camera is asked for. */
const CameraDialog = lazy(() => import('./CameraDialog.tsx'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100vh', [tiny]: { height: 'auto', minHeight: '100vh' } },
  /** The page makes room for the answer; messages, which are fixed, stay inside and so above it. */
  page: { flexGrow: 1, minHeight: 0, contain: 'layout', [tiny]: { contain: 'none' } },
});

/** A scan as it is asked about: with what came before it, and the device that a person chose. */
interface Asked {
  readonly text: string;
  readonly before?: string;
  readonly deviceId?: string;
}

/** Scans for the whole page: they come from the hand scanner, the field, or the camera, and always get an answer. */
export function ScanProvider({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const client = useClient();
  const { settings, tenant } = useWorkspace();
  const [answer, setAnswer] = useState<ScanAnswer | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [scanned, setScanned] = useState<ScannedDevice | null>(null);
  const address = useAddress();
  const isElsewhere = address.page !== 'device' || address.id !== scanned?.deviceId;
  if (scanned !== null && isElsewhere) setScanned(null);
  const [adding, setAdding] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<LeavingDevice | null>(null);
  const [cameraIsOpen, setCameraIsOpen] = useState(false);
  const newest = useRef(0);
  const [heard, setHeard] = useState(0);

  /** Shows the answer to a scan once it is there, unless another scan came meanwhile, and opens the device. */
  const answerTo = useCallback(
    async (scanned: Asked, meanwhile: ScanAnswer, reading: Promise<Outcome<ScanReading>>) => {
      newest.current += 1;
      const mine = newest.current;
      setAnswer(meanwhile);
      const next = scanAnswerOf(await reading, scanned.text, settings.deviceLinkBeta);
      if (mine !== newest.current) return;
      setAnswer(next);
      setAsked(scanned);
      if (settings.sounds && next.tone !== 'busy') playAnswer(next.tone);
      if (next.deviceId === null) return;
      goTo({ page: 'device', id: next.deviceId });
      setScanned({ deviceId: next.deviceId, scan: mine });
    },
    [settings.sounds, settings.deviceLinkBeta],
  );
  const read = useCallback(
    (scanned: Asked) => {
      setHeard((count) => count + 1);
      if (useCollection.getState().isOn) {
        setAnswer(null);
        collectScan(client, scanned, settings.sounds);
        return Promise.resolve();
      }
      return answerTo(scanned, readingAnswer, client.call('scans.read', scanned));
    },
    [answerTo, client, settings.sounds],
  );
  const takeIn = ({ text, before }: Asked, { tenantId, ztdId }: TakeIn) =>
    answerTo(
      { text },
      takingInAnswer,
      client.call('scans.takeIn', { text, tenantId, ztdId, ...(before === undefined ? {} : { before }) }),
    );
  function leave(device: LeavingDevice): void {
    setAnswer(null);
    setLeaving(device);
  }
  async function associate(offer: ScanAnswer, { id, name }: TenantView): Promise<void> {
    if (offer.deviceLink === null) return;
    newest.current += 1;
    const mine = newest.current;
    setAnswer(sendingAnswer);
    const outcome = await client.call('identifiers.associate', { tenantId: id, deviceLink: offer.deviceLink });
    if (mine === newest.current) setAnswer(associationAnswerOf(outcome, offer, name));
  }
  const scan = useMemo(
    () => ({
      read: (text: string) => void read({ text: withoutAffixes(text, settings) }),
      openCamera: () => setCameraIsOpen(true),
      heard,
      scanned,
      spendScan: () => setScanned(null),
      closeAnswer: () => setAnswer((shown) => (shown?.tone === 'good' ? null : shown)),
      leaving,
      doneLeaving: () => setLeaving(null),
    }),
    [read, heard, scanned, leaving, settings],
  );
  useKeyboard(settings.scansEndBy, ({ text, before }) => {
    const whole = before + text;
    // What the scanner is set to put in front proves that the pause was inside the scan.
    const isWhole = settings.scannerPrefix !== '' && hasAffixes(whole, settings);
    void read(isWhole ? { text: withoutAffixes(whole, settings) } : { text: withoutAffixes(text, settings), before });
  });

  return (
    <ScanContext value={scan}>
      <div className={styles.root}>
        <div className={styles.page}>{children}</div>
        {answer !== null && (
          <ScanAnswerBand answer={answer} onClose={() => setAnswer(null)}>
            {asked !== null &&
              answer.choices.map(({ deviceId, words }) => (
                <PrimaryAction key={deviceId} appearance="secondary" onClick={() => void read({ ...asked, deviceId })}>
                  {words}
                </PrimaryAction>
              ))}
            {asked !== null && answer.takeIn !== null && (
              <TakeInAction offer={answer.takeIn} onTakeIn={(offer) => void takeIn(asked, offer)} />
            )}
            {answer.takeIn !== null && answer.takeIn.by !== 'code' && (
              <DeregisterScanned offer={answer.takeIn} onAnswer={setAnswer} onTakenIn={leave} />
            )}
            {answer.addable !== null && tenant !== null && (
              <PrimaryAction
                icon={<AddRegular />}
                appearance="secondary"
                onClick={() => {
                  setAdding(answer.addable);
                  setAnswer(null);
                }}
              >
                {scanText.add}
              </PrimaryAction>
            )}
            {answer.deviceLink !== null && tenant !== null && (
              <PrimaryAction
                icon={<LinkRegular />}
                appearance="secondary"
                onClick={() => void associate(answer, tenant)}
              >
                {scanText.associate(tenant.name)}
              </PrimaryAction>
            )}
          </ScanAnswerBand>
        )}
      </div>
      {adding !== null && tenant !== null && (
        <AddDeviceDialog tenant={tenant} serialNumber={adding} onClose={() => setAdding(null)} />
      )}
      {cameraIsOpen && (
        <Suspense>
          <CameraDialog
            onRead={(text) => {
              setCameraIsOpen(false);
              // The camera adds nothing to a code.
              void read({ text });
            }}
            onClose={() => setCameraIsOpen(false)}
          />
        </Suspense>
      )}
    </ScanContext>
  );
}
