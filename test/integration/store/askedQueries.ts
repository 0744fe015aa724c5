import type { Corner } from '../../rigs/wholeQueue.ts';

const ofNothing = () => ({});
export const ofTenant = ({ tenantId }: Corner) => ({ tenantId });
const ofDevices = ({ deviceId }: Corner) => ({ deviceIds: [deviceId] });
const ofDevice = ({ deviceId }: Corner) => ({ deviceId });
const withId = ({ deviceId }: Corner) => ({ id: deviceId });

/** What each query is asked of one corner. */
export const ofCorner: Readonly<Record<string, (corner: Corner) => object>> = {
  'assignment.differences': ofDevices,
  'assignment.others': ({ deviceId }) => ({ deviceIds: [deviceId], field: 'groupTag', value: '' }),
  'assignment.names': ({ deviceId }) => ({ deviceIds: [deviceId], pattern: 'PC-%SERIAL%' }),
  'attachments.list': ofDevice,
  'bench.deliveryNote': ofDevices,
  'bench.lookAhead': ({ deviceId }) => ({ deviceIds: [deviceId], step: 'start' }),
  'bench.needsLook': ofTenant,
  'bench.usualTimes': ofTenant,
  // No list: who asks for one consent is told that it cannot be read.
  'consent.get': ({ tenantId }) => ({ tenantId }),
  'checklists.get': ({ checklistId }) => ({ id: checklistId }),
  'checklists.list': ofTenant,
  'checklists.ofTenant': ofTenant,
  'checklists.proposal': ofDevice,
  'devices.batches': ofTenant,
  'devices.find': ({ serialNumber }) => ({ serialNumber }),
  'devices.get': withId,
  'devices.filterValues': ofTenant,
  'devices.ids': ofTenant,
  'devices.inTenant': ofTenant,
  'devices.list': ofTenant,
  'devices.nextSteps': ({ deviceId }) => ({ ids: [deviceId] }),
  'devices.rows': ({ deviceId }) => ({ ids: [deviceId] }),
  'devices.timeline': withId,
  'erasure.planDevice': ofDevice,
  'esp.list': ofTenant,
  'exports.list': ({ tenantId }) => ({ tenantId, format: 'csv', columns: ['serialNumber', 'groupTag', 'nextStep'] }),
  'groups.check': ({ tenantId }) => ({ tenantId, rule: '(device.devicePhysicalIds -any (_ -eq "[OrderID]:Tag2"))' }),
  'groups.rules': ofTenant,
  'identifiers.associations': ofTenant,
  'identifiers.list': ofTenant,
  'identifiers.withDeviceLink': ofTenant,
  'jobs.batches': ofTenant,
  'jobs.list': ofTenant,
  'jobs.status': ofTenant,
  'preparation.list': ofTenant,
  'preparation.report': ofTenant,
  'preflight.devices': ofDevices,
  'preflight.tenant': ofTenant,
  'profiles.list': ofTenant,
  'registration.progress': ofDevices,
  'handover.list': (corner) => ({ ...ofDevices(corner), format: 'csv' }),
  'reports.ofDevices': (corner) => ({ ...ofDevices(corner), format: 'csv' }),
  'removal.records': ofDevices,
  'scans.find': ({ serialNumber }) => ({ text: serialNumber }),
  'scenarios.rules': ofTenant,
  'tracking.events': ofDevice,
};

/** What each query is asked of the whole queue. */
export const ofAll: Readonly<Record<string, () => object>> = {
  'audit.export': () => ({ format: 'json' }),
  'audit.head': ofNothing,
  'audit.list': ofNothing,
  'audit.verify': ofNothing,
  'backups.health': ofNothing,
  'backups.list': ofNothing,
  'boards.donors': ofNothing,
  'checklists.list': () => ({ open: true }),
  'checklists.own': ofNothing,
  'devices.batches': ofNothing,
  'devices.list': () => ({ search: 'whole' }),
  'devices.views': ofNothing,
  'erasure.planPerson': () => ({ address: 'ada2@contoso.com' }),
  'intake.unfinished': ofNothing,
  'jobs.batches': ofNothing,
  'jobs.list': ofNothing,
  'jobs.status': ofNothing,
  'retention.plan': ofNothing,
  'settings.read': ofNothing,
  'shelves.list': ofNothing,
  'shift.notes': () => ({ to: '2026-12-31T00:00:00.000Z' }),
  'shift.summary': () => ({ from: '2026-01-01T00:00:00.000Z', to: '2026-12-31T00:00:00.000Z' }),
  'tenants.list': ofNothing,
};

/** Queries that read no rows besides those that another one reads. */
export const readingNothingElse = [
  ...['app.about', 'attachments.read', 'checklists.templates', 'boards.guide', 'vault.read', 'backups.inspect'],
  ...['preflight.hash', 'preflight.hosts', 'preflight.networkPaper'],
  ...['profileJson.check', 'profileJson.make', 'profileJson.makeByHand'],
  ...['boards.compare', 'boards.check', 'hashes.inspect', 'scans.classify'],
  ...[
    'checklists.document',
    'checklists.documents',
    'checklists.draft',
    'checklists.tenantDocument',
    'checklists.templateFile',
    'labels.badge',
    'labels.document',
  ],
  ...[
    'removal.document',
    'shelves.labels',
    'shift.devices',
    'shift.document',
    'handover.cards',
    'vault.lock',
    'assignment.compareList',
    'assignment.leftOutOfList',
  ],
  ...['directory.searchUsers', 'tenants.signInProgress', 'tenants.practiceMood', 'tenants.sealedBoxes'],
  // In the intake thread, by the store of kept previews.
  ...['intake.current', 'intake.open', 'intake.rows', 'intake.report'],
];
