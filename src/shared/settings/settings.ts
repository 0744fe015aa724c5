import { z } from 'zod';
import { paperSize } from '../api/document.ts';
import { alarmKind } from '../bench/alarm.ts';
import { timeOfDay } from '../bench/quietHours.ts';
import { queueColumns } from '../devices/queueColumn.ts';
import { labelField } from '../labels/labelField.ts';
import { labelAs, labelCode, labelDpi } from '../labels/labelLook.ts';
import { labelSheetName } from '../labels/labelSheet.ts';
import { labelHeightMm, labelWidthMm } from '../labels/labelSize.ts';
import { PORT_MOST } from '../labels/printerAddress.ts';
import { shelfName } from '../shelves/shelfName.ts';

/** What stands in the place of initials that nobody has set. */
export const noInitials = '—';

export const settings = z.object({
  labName: z.string().max(80),
  /** Whom end users call when something goes wrong, as it is printed on their cards; empty where nobody said. */
  userContact: z.string().trim().max(120),
  /** What its printers hold: what those of the computer's region do, or what somebody said. */
  paper: z.enum(['region', ...paperSize.options]),
  /** The benches of the lab, by name. */
  benches: z.array(z.string().trim().min(1).max(80)).max(100),
  /** The one that this computer stands at; empty where it is not said. It is always among the benches. */
  benchName: z.string().trim().max(80),
  /** The shelves and ports of the lab at which devices stand, by name. */
  shelves: z.array(shelfName).max(500),
  technicianInitials: z.string().max(8),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** The columns of the queue on this computer; null for the usual ones. */
  queueColumns: queueColumns.nullable(),
  /** Whether the tour through the practice tenant is shown. */
  isTouring: z.boolean(),
  sounds: z.boolean(),
  /** What the hand scanner puts before and after every code. */
  scannerPrefix: z.string().max(16),
  scannerSuffix: z.string().max(16),
  /** How the scanner ends a code: `key` is Enter or Tab, `pause` is nothing but silence. */
  scansEndBy: z.enum(['key', 'pause']),
  labelWidthMm,
  labelHeightMm,
  /** What stands on labels below the serial number. */
  labelFields: z.array(labelField).max(labelField.options.length),
  labelCode,
  labelDpi,
  /** What the page made of labels last, and for which sheet. */
  labelAs,
  labelSheet: labelSheetName,
  /** The only address to which labels are sent, on a person’s act; empty for none. */
  printerHost: z.string().trim().max(253),
  printerPort: z.int().min(1).max(PORT_MOST),
  /** How many minutes after the green screen a device that is not resealed needs a look. */
  resealWithinMinutes: z.int().min(5).max(600),
  /** What somebody is called back to the bench for, and how. */
  alarmKinds: z.array(alarmKind),
  alarmSounds: z.boolean(),
  /** Whether the system shows them too; the browser asks for that by itself. */
  alarmNotifications: z.boolean(),
  /** From when until when nobody is called. */
  quietFrom: timeOfDay,
  quietUntil: timeOfDay,
  /** The checklists that begin by themselves when a technician flow of their scenario starts, by their ids. */
  checklistsAtStart: z.array(z.string().max(80)).max(50),
  /** Whether devices may be associated by DeviceLink, which Microsoft's interface only has in beta. */
  deviceLinkBeta: z.boolean(),
  /** A second place for backups, on another disk or share; empty for none. */
  backupFolder: z.string().trim().max(1_000),
  /** After how many days after the user flow a device forgets its user; null keeps them. */
  keepUsersDays: z.int().min(1).max(36_500).nullable(),
  /** After how many days after it was shipped a device forgets its hardware hashes; null keeps them. */
  keepHashesDays: z.int().min(1).max(36_500).nullable(),
  /** How many years histories are kept; the audit log is kept as long. Null keeps them for ever. */
  keepHistoryYears: z.int().min(1).max(100).nullable(),
});
export type Settings = z.infer<typeof settings>;
