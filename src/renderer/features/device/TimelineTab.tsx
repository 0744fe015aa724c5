import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import type { TimelineEntry } from '../../../shared/api/contract/devices.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { deviceText } from '../../text/device.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { TimelineEntries } from './TimelineEntries.tsx';

interface TimelineTabProps {
  readonly deviceId: string;
  /** The newest entries, of so many in all. */
  readonly entries: readonly TimelineEntry[];
  readonly total: number;
}

/** What happened to the device and who says so, newest first; older entries come when they are asked for. */
export function TimelineTab({ deviceId, entries, total }: TimelineTabProps) {
  if (entries.length === 0) return <Text>{deviceText.timelineEmpty}</Text>;
  return (
    <>
      <TimelineEntries entries={entries} />
      <Older deviceId={deviceId} offset={entries.length} total={total} />
    </>
  );
}

function Older({
  deviceId,
  offset,
  total,
}: {
  readonly deviceId: string;
  readonly offset: number;
  readonly total: number;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const reading = useProcedure('devices.timeline', isOpen ? { id: deviceId, offset } : null, ['devices.changed']);
  if (total <= offset) return null;
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{deviceText.timelineOlder(total - offset)}</Button>;
  return (
    <Loaded reading={reading}>
      {({ entries }) => (
        <>
          <TimelineEntries entries={entries} />
          <Older deviceId={deviceId} offset={offset + entries.length} total={total} />
        </>
      )}
    </Loaded>
  );
}
