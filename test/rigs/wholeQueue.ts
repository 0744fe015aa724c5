import { madeWhenUsed } from '../../src/main/services/madeWhenUsed.ts';
import { serviceStores, type ServiceStores } from '../../src/main/services/serviceStores.ts';
import { loadTemplates } from '../../src/main/services/checklists/loadTemplates.ts';
import { defaultSettings } from '../../src/main/services/settings/settingsService.ts';
import { resourcesFolder } from '../../src/main/installation.ts';
import { createColumnMappingStore } from '../../src/main/store/columnMappingStore.ts';
import { createImportBatchStore } from '../../src/main/store/importBatchStore.ts';
import { createKeptPreviewStore } from '../../src/main/store/keptPreviewStore.ts';
import { openStore } from '../../src/main/store/openStore.ts';
import { freshBench } from '../../src/shared/bench/benchState.ts';
import { association } from '../../src/shared/identifiers/association.ts';
import { heldIdentifier } from '../../src/shared/identifiers/heldIdentifier.ts';
import { preparationPolicy } from '../../src/shared/preparation/preparationPolicy.ts';
import { preparedDevice } from '../../src/shared/preparation/preparedDevice.ts';
import { tenantProfile } from '../../src/shared/profiles/tenantProfile.ts';
import { addTenant } from './seedStore.ts';
import { inventedDevice, inventedHash } from './inventedDevices.ts';
import { blank } from './blankValues.ts';
import { readyDevice } from './deviceRecord.ts';
import { statusPageNamed } from './statusPages.ts';

/** A device with rows in every table that can be about one, in a tenant of its own that has rows in every table about tenants. */
export interface Corner {
  readonly tenantId: string;
  readonly deviceId: string;
  readonly serialNumber: string;
  readonly checklistId: string;
}

export interface WholeQueue {
  readonly one: Corner;
  /** Made after it, so that its rows are the newest of each table. */
  readonly other: Corner;
}

/** What a device has no column for, or is given. */
const NOT_WRITTEN = new Set([
  'id',
  'hasHardwareHash',
  'hasDeviceLink',
  'tagRule',
  'tenantDefault',
  'createdAt',
  'updatedAt',
]);

/** Makes a queue with content in every table, through the stores that write it. The two corners have nothing in common. */
export function makeWholeQueue(dataFolder: string, now: () => Date): WholeQueue {
  const store = openStore(dataFolder, now);
  const stores = madeWhenUsed<ServiceStores>(serviceStores(store, now));
  const at = now().toISOString();

  function makeCorner(number: number, tenantId: string): Corner {
    const name = `Tenant ${number}`;
    addTenant(store, tenantId, name);
    const serialNumber = `WHOLE${number}`;
    const groupTag = `Tag${number}`;
    const importBatches = createImportBatchStore(store, now);
    const batchId = importBatches.add({ tenantId, name: `Import ${number}`, files: [`${number}.csv`] });
    const ready = readyDevice({ serialNumber, groupTag, registeredSerialNumber: serialNumber });
    const known = Object.entries(ready).filter(([field]) => !NOT_WRITTEN.has(field));
    const device = stores.devices.add({
      ...Object.fromEntries(known),
      serialNumber,
      tenantId,
      batchId,
      ztdId: `6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b0${number}`,
    });
    const deviceId = device.id;
    const row = { batchId, file: `${number}.csv`, line: 2, status: 'ready' as const, serialNumber };
    importBatches.addRow({ ...row, issues: [], corrections: [], deviceId });
    stores.devices.keepMicrosoft(deviceId, { groupTag });
    stores.alarms.claim([`failed:${deviceId}:${at}`]);
    stores.enteredValues.put({
      deviceId,
      field: 'groupTag',
      actId: crypto.randomUUID(),
      value: groupTag,
      earlier: null,
      earlierName: null,
      wasOnItsWay: false,
      who: 'AL',
    });
    stores.memberships.keep(deviceId, { readAt: at, groups: [{ id: `group-${number}`, name: null }] });
    const hashBytes = Buffer.from(inventedHash(inventedDevice(number)), 'base64');
    const captured = { collectedAt: at, osBuild: null, source: `${number}.csv`, batchId, importedAt: at };
    stores.captures.add({ deviceId, hashBytes, ...captured });
    stores.history.add({ deviceId, subject: 'note', sentence: `For ada${number}@contoso.com.`, source: 'AL' });
    stores.deviceLinks.keep(tenantId, deviceId, `link-${number}`);
    stores.donorMarks.add(device, { reason: 'Its mainboard went elsewhere.', who: 'AL' });
    const target = { autopilot: null, intune: null, computerAccount: null };
    stores.removals.begin({ device, tenantName: name, target, cause: { reason: 'sold', note: null }, who: 'AL' });
    stores.removals.leave(deviceId, []);
    stores.removals.end(deviceId);
    stores.benchRuns.begin({ deviceId, startedAt: at, overrideReason: null, technician: 'AL' });
    const state = { ...freshBench, bench: 'running' as const, benchStartedAt: at };
    stores.benchRuns.addAct({ deviceId, step: 'start', at, before: freshBench, after: state, technician: 'JB' });
    stores.shiftNotes.add({ technician: 'JB', text: `Pallet ${number} is complete.` });
    const attachmentId = stores.attachments.add({
      deviceId,
      benchRunId: null,
      name: `${number}.zip`,
      sizeBytes: 2,
      thumbnail: null,
      addedBy: 'AL',
    });
    stores.attachments.append(attachmentId, 0, Buffer.from('PK'));
    stores.attachments.complete(attachmentId, { kind: 'file', mediaType: 'application/octet-stream' });
    stores.scans.add({ at, raw: serialNumber, kind: 'autopilot', deviceId, verdict: 'found' });
    const pair = [{ name: 'state', value: String(number) }];
    stores.deploymentEvents.keep(deviceId, { id: `event-${number}`, at, properties: pair, policies: [pair] });
    const [template] = loadTemplates(resourcesFolder);
    const item = template?.blocks[0]?.items[0];
    if (template === undefined || item === undefined) throw new Error('A checklist without an item.');
    // Of a version of its own, so that a broken one is only its own.
    const { id: checklistId } = stores.checklists.start(deviceId, { ...template, version: 900 + number }, at);
    stores.consents.save(tenantId, {
      state: 'verified',
      way: 'partner',
      link: `https://example.com/${number}`,
      changedAt: at,
      changedBy: 'AL',
      verifiedAt: at,
      verifiedBy: 'AL',
    });
    stores.ownChecklists.save({
      // A list is the lab’s, so nothing of it may show for a tenant.
      template: {
        ...template,
        id: `own-${number}`,
        version: 1,
        blocks: template.blocks.filter(({ scope }) => scope === 'device'),
      },
      basedOn: template.id,
      basedVersion: template.version,
      changedAt: at,
      changedBy: 'AL',
    });
    const mark = { itemId: item.id, state: 'done' as const, note: null, by: 'AL', at };
    stores.checklists.mark(checklistId, mark);
    stores.checklists.markForTenant(tenantId, template.id, mark);
    for (const [kind, wish] of [
      ['register', 'register'],
      ['change', 'change:groupTag'],
    ] as const) {
      stores.jobs.add({
        kind,
        step: 'send',
        wish: `${wish}:${deviceId}`,
        tenantId,
        deviceId,
        act: { code: 'registration.register' },
        payload: { property: 'groupTag', value: `New${number}` },
        reason: { code: 'jobs.interrupted' },
      });
    }
    stores.tracking.failed(tenantId, null, { code: 'tracking.noAnswer' });
    stores.budgets.spend(tenantId, 'sync', 600_000);
    stores.scenarioRules.put(tenantId, { groupTag, profile: null, scenario: 'preProvisioned', joinType: 'entra' });
    stores.scenarioRules.setDefault(tenantId, { scenario: 'userDriven', joinType: 'entra' });
    const listed = { manufacturer: null, model: null, productKeyId: null, groupTag: null, purchaseOrder: null };
    stores.listedDevices.replace(tenantId, [{ ztdId: `listed-${number}`, serialNumber: `LISTED${number}`, ...listed }]);
    stores.profiles.keep(tenantId, [blank(tenantProfile, { id: `profile-${number}`, name: 'Pre-provisioning' })], true);
    stores.esp.keep(tenantId, [statusPageNamed(`Page ${number}`)], true);
    stores.preparation.keep(tenantId, [blank(preparationPolicy, { id: `policy-${number}` })], true);
    const ofRow = { id: `row-${number}`, serialNumber };
    const foundBy = { id: `row-${number}`, foundBy: serialNumber, state: '' };
    stores.identifiers.keep(tenantId, [{ ...foundBy, document: blank(heldIdentifier, ofRow) }], true);
    stores.associations.keep(tenantId, [{ ...foundBy, document: blank(association, ofRow) }], true);
    stores.preparedDevices.keep(tenantId, [{ ...foundBy, document: blank(preparedDevice, ofRow) }], true);
    createColumnMappingStore(store, now).remember(`header ${number}`, ['serialNumber']);
    const kept = createKeptPreviewStore(store, now);
    const sources = [{ name: `${number}.csv`, bytes: Buffer.from('Device Serial Number\n') }];
    const previewId = crypto.randomUUID();
    kept.add({ previewId, tenantId, readAt: now(), rows: 1, outline: '', columns: {}, sources });
    kept.addEntry(previewId, { kind: 'include', included: true });
    stores.runners.add({ id: `runner-${number}`, host: 'here', processId: number });
    const stone = {
      deviceId: crypto.randomUUID(),
      serialNumber: `GONE${number}`,
      at: now(),
      by: 'AL',
      reason: 'Asked for.',
    };
    stores.erasure.addStone(stone);
    for (const sentence of ['One act.', 'Another act.']) {
      stores.audit.add({ who: 'AL', action: 'test', sentence, devices: [deviceId], tenants: [tenantId] });
    }
    return { tenantId, deviceId, serialNumber, checklistId };
  }

  const queue = store.write(() => {
    stores.settings.write('settings', { ...defaultSettings, labName: 'Lab' });
    stores.settings.write('practiceSpeed', 60);
    stores.settings.write('outbox.paused', false);
    stores.settings.write('retentionCountedFrom', at);
    for (const sentence of ['The first act.', 'The second act.'])
      stores.audit.add({ who: 'AL', action: 'test', sentence });
    const first = stores.audit.rowsAfter(0, 1)[0];
    if (first === undefined || 'isUnreadable' in first) throw new Error('There is one.');
    stores.audit.prune(first);
    stores.audit.add({ who: 'AL', action: 'retention.run', sentence: 'Removed.', pruned: first });
    return {
      one: makeCorner(1, '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11'),
      other: makeCorner(2, '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c12'),
    };
  });
  stores.secrets.write('tokens/one', '{}');
  stores.secrets.write('tokens/other', '{}');
  store.close();
  return queue;
}
