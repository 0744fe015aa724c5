import { z } from 'zod';
import { checklistTemplate, checklistView, itemState } from '../../checklists/checklist.ts';
import { scan } from '../../scans/scan.ts';
import { document, nothing } from '../document.ts';
import { command, query } from '../procedure.ts';
import { deviceView } from './devices.ts';

export const settings = z.object({
  labName: z.string().max(80),
  /** The benches of the lab, by name. */
  benches: z.array(z.string().trim().min(1).max(80)).max(100),
  /** The one that this computer stands at; empty where it is not said. It is always among the benches. */
  benchName: z.string().trim().max(80),
  technicianInitials: z.string().max(8),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  sounds: z.boolean(),
  /** What the hand scanner puts before and after every code. */
  scannerPrefix: z.string().max(16),
  scannerSuffix: z.string().max(16),
  /** How the scanner ends a code: `key` is Enter or Tab, `pause` is nothing but silence. */
  scansEndBy: z.enum(['key', 'pause']),
  labelWidthMm: z.number().min(20).max(110),
  labelHeightMm: z.number().min(10).max(110),
  /** Whether devices may be associated by DeviceLink, which Microsoft's interface only has in beta. */
  deviceLinkBeta: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

export const auditEntry = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  who: z.string(),
  action: z.string(),
  sentence: z.string(),
});

export const workshopProcedures = {
  'checklists.templates': query(nothing, z.object({ templates: z.array(checklistTemplate) })),
  'checklists.start': command(z.object({ deviceId: z.uuid(), templateId: z.string() }), checklistView),
  'checklists.get': query(z.object({ id: z.uuid() }), checklistView),
  'checklists.list': query(
    z.object({
      tenantId: z.uuid().optional(),
      deviceId: z.uuid().optional(),
      batchId: z.uuid().optional(),
      open: z.boolean().optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(100),
    }),
    z.object({ total: z.number().int(), checklists: z.array(checklistView) }),
  ),
  'checklists.mark': command(
    z.object({ id: z.uuid(), itemId: z.string(), state: itemState, note: z.string().max(1_000).optional() }),
    checklistView,
  ),
  /** The checklist on paper, ticks included. */
  'checklists.document': query(z.object({ id: z.uuid(), format: z.enum(['pdf', 'html', 'json']) }), document),
  /** A checklist of the device as it would be, without starting one. */
  'checklists.draft': query(
    z.object({ deviceId: z.uuid(), templateId: z.string(), format: z.enum(['pdf', 'html', 'json']) }),
    document,
  ),
  /** Labels with the serial number, a QR code and Code 128. */
  'labels.document': query(
    z.object({ deviceIds: z.array(z.uuid()).min(1).max(2_000), format: z.enum(['pdf', 'svg', 'png']) }),
    document,
  ),
  /** What a scanned code is, which device of the queue it belongs to, and what it did (a result QR ends the bench run). */
  'scans.read': command(
    z.object({ text: z.string().min(1).max(20_000), apply: z.boolean().default(true) }),
    z.object({
      scan,
      device: deviceView.nullable(),
      /** Set where the code belongs to a device of another tenant: a hard stop. */
      otherTenant: z.string().nullable(),
      /** `otherZtdId`: not the registration in the queue · `notInTenant`: the active tenant does not know the ZTDID, a hard stop. */
      verdict: z.enum(['found', 'recorded', 'notInQueue', 'otherZtdId', 'notInTenant', 'otherTenant', 'unreadable']),
      sentence: z.string(),
    }),
  ),
  'scans.classify': query(z.object({ text: z.string().max(20_000) }), scan),
  'settings.read': query(nothing, settings),
  'settings.write': command(settings.partial(), settings),
  'audit.list': query(
    z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1_000).default(200) }),
    z.object({ total: z.number().int(), entries: z.array(auditEntry) }),
  ),
  'app.about': query(
    nothing,
    z.object({
      version: z.string(),
      door: z.enum(['electron', 'loopback', 'cli', 'test']),
      dataFolder: z.string(),
      databaseBytes: z.number().int(),
      secretStore: z.enum(['secretStore', 'memory']),
    }),
  ),
  /** A copy of the database beside the data folder's other backups. */
  'app.backup': command(nothing, z.object({ file: z.string() })),
};
