import { z } from 'zod';
import { benchRun } from '../bench/benchRun.ts';
import { goGateCondition } from '../bench/goGateCondition.ts';
import { donorMark } from '../boards/donorMark.ts';
import { deviceEsp } from '../esp/deviceEsp.ts';
import { membership } from '../groups/membership.ts';
import { capture } from './capture.ts';
import { deviceView } from './deviceView.ts';
import { timelineEntry } from './timeline.ts';

export const deviceDetail = z.object({
  device: deviceView,
  goGate: z.array(goGateCondition),
  /** The newest entries; `devices.timeline` has the rest. */
  timeline: z.array(timelineEntry),
  timelineTotal: z.number().int(),
  captures: z.array(capture),
  /** The Enrollment Status Page that it gets, as far as that is known. */
  esp: deviceEsp,
  /** Its groups in Entra, as a person had them read; null where nobody did. */
  membership: membership.nullable(),
  /** The mark that keeps it from being registered; null where there is none. */
  donorMark: donorMark.nullable(),
  /** Every technician flow of the device, newest first. */
  benchRuns: z.array(benchRun),
  /** What Microsoft sent last, property by property, as it came. */
  microsoft: z.array(z.object({ name: z.string(), value: z.string() })),
  microsoftReadAt: z.iso.datetime().nullable(),
});
export type DeviceDetail = z.infer<typeof deviceDetail>;
