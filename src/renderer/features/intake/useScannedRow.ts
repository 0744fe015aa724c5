import { useEffect, useEffectEvent } from 'react';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import type { PreviewRow } from '../../../shared/api/contract/intake.ts';
import { useClient } from '../../api/clientContext.ts';
import { intakeText } from '../../text/intake.ts';
import { useScan } from '../scans/scanContext.ts';
import { standingOf } from './rowFacts.ts';

/** Rows that hold the text of a serial number somewhere: its own is among the first. */
const MOST_LOOKED_AT = 50;

/** Opens the row of the import that a scan is about; where the queue does not know the device, the answer says where it stands. */
export function useScannedRow(previewId: string, onFound: (row: PreviewRow) => void): void {
  const client = useClient();
  const { answered, setAnswer } = useScan();
  const find = useEffectEvent(async (isOver: () => boolean) => {
    if (answered === null || answered.asked === null || answered.answer.name === null) return;
    const { answer } = answered;
    const { name } = answer;
    const search = { previewId, search: name ?? '', limit: MOST_LOOKED_AT };
    const outcome = await client.call('intake.rows', search);
    // Another scan may have come meanwhile: its answer stays.
    if (!outcome.ok || isOver()) return;
    const row = outcome.value.rows.find(({ serialNumber }) => foldSerial(serialNumber) === foldSerial(name));
    if (row === undefined) return;
    onFound(row);
    if (answer.deviceId !== null) return;
    const line = intakeText.scanned(row.line, row.file, standingOf(row).word);
    setAnswer({ ...answer, line, takeIn: null, addable: null });
  });
  const scanId = answered === null || answered.asked === null ? null : answered.id;
  useEffect(() => {
    let isOver = false;
    void find(() => isOver);
    return () => {
      isOver = true;
    };
  }, [scanId]);
}
