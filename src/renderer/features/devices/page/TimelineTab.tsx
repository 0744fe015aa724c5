import { Text } from '@fluentui/react-components';
import type { DeviceDetail } from '../../../../shared/devices/deviceDetail.ts';
import { deviceText } from '../../../text/devices.ts';
import { OlderEntries } from './OlderEntries.tsx';
import { TimelineEntries } from './TimelineEntries.tsx';

/** What happened to the device and who says so, newest first. */
export function TimelineTab({ detail: { device, timeline, timelineTotal } }: { readonly detail: DeviceDetail }) {
  if (timeline.length === 0) return <Text>{deviceText.timelineEmpty}</Text>;
  return (
    <>
      <TimelineEntries entries={timeline} />
      <OlderEntries from={{ id: device.id, offset: timeline.length }} total={timelineTotal} />
    </>
  );
}
