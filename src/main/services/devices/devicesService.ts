import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceHandlers } from '../../../shared/api/contract/devices.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { goGateOf } from '../../../shared/bench/goGate.ts';
import { identityEvidenceOf, weighIdentity, type Evidence } from '../../../shared/devices/weighIdentity.ts';
import { oneDeviceOf } from '../../../shared/intake/rowIdentity.ts';
import { createEspOfDevice } from '../esp/espOfDevice.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { addDevice } from './addDevice.ts';
import { adoptDevices } from './adoptDevices.ts';
import { unknownDevice } from './deviceViews.ts';
import { createQueueViews } from './queueViews.ts';

/** What a page shows at once; few devices have more, and none is cut short without saying so. */
const TIMELINE_ENTRIES = 500;

/** The queue: finding devices, looking at one, and taking devices off it without losing anything. */
export function createDevicesService(context: ServiceContext): DeviceHandlers {
  const {
    audit,
    benchRuns,
    captures,
    deviceList: list,
    deviceViews: views,
    devices,
    history,
    publish,
    store,
  } = context;
  const { donorMarks, listedDevices, memberships, tenants } = context;
  const espOfDevice = createEspOfDevice(context);

  /** Applies `change` to each device in one transaction and says how many really changed. */
  function changeEach(
    action: string,
    ids: readonly string[],
    sentence: string,
    change: (id: string) => boolean,
  ): number {
    const changed = store.write(() => {
      const done = ids.filter((deviceId) => {
        if (!change(deviceId)) return false;
        history.add({ deviceId, subject: 'queue', sentence, source: context.who() });
        return true;
      });
      const count = neutralFormatter.count(done.length, 'device', 'devices');
      if (done.length > 0) audit.add({ who: context.who(), action, sentence: `${count}: ${sentence}`, devices: done });
      return done;
    });
    publish('devices.changed');
    return changed.length;
  }

  /** Two devices of the queue that are one machine could both be registered. */
  function refuseTwin(id: string): void {
    const device = devices.get(id);
    if (device === null) return;
    const { tenantId, serialNumber, productKeyId } = device;
    const alike = [
      ...(serialNumber === null ? [] : devices.withSerialNumber(serialNumber, tenantId)),
      ...(productKeyId === null ? [] : devices.withProductKeyId(productKeyId)),
    ];
    const withHardware = (known: DeviceRecord): Evidence =>
      identityEvidenceOf(known, captures.newestFieldsOf(known.id));
    const identity = withHardware(device);
    const isTwin = (other: DeviceRecord): boolean =>
      other.id !== id &&
      other.tenantId === tenantId &&
      oneDeviceOf(weighIdentity(identity, withHardware(other))) !== null;
    if (!alike.some(isTwin)) return;
    throw new AppError('conflict', `${deviceTitle(device)} came into the queue again in the meantime.`, {
      remedy: 'Go on with that one: what was known before it was taken off stays on record.',
    });
  }

  return {
    'devices.list'(input) {
      const matching = list.matching(input);
      return {
        total: list.total(input.tenantId),
        matching,
        devices: views.ofAll(list.page(input, matching)),
        byNextStep: list.byNextStep(input.tenantId),
        differing: list.differing(input.tenantId),
      };
    },
    ...createQueueViews(context),
    'devices.rows': ({ ids }) => ({ devices: views.ofAll(list.withIds(ids)) }),
    'devices.nextSteps': ({ ids }) => ({ nextSteps: list.nextStepsOf(ids) }),
    'devices.filterValues': ({ tenantId }) => ({
      groupTags: list.valuesOf('groupTags', tenantId),
      models: list.valuesOf('models', tenantId),
      manufacturers: list.valuesOf('manufacturers', tenantId),
      profileNames: list.valuesOf('profileNames', tenantId),
      shelves: list.valuesOf('shelves', tenantId),
    }),
    'devices.ids': (filter) => ({ ids: [...list.ids(filter)] }),
    'devices.get': ({ id }) => {
      const device = views.get(id);
      const microsoft = devices.microsoftOf(id);
      const timeline = history.ofDevice(id);
      return {
        device,
        goGate: [...goGateOf(device)],
        timeline: timeline.slice(0, TIMELINE_ENTRIES),
        timelineTotal: timeline.length,
        captures: captures.ofDevice(id),
        esp: espOfDevice(device),
        membership: memberships.ofDevice(id),
        donorMark: donorMarks.shownOf(device),
        benchRuns: benchRuns.ofDevice(id),
        microsoft: Object.entries(microsoft?.properties ?? {}).map(([name, value]) => ({
          name,
          value: wordsOf(value),
        })),
        microsoftReadAt: microsoft?.readAt ?? null,
      };
    },
    'devices.timeline': ({ id, subject, offset, limit }) => {
      const timeline = history.ofDevice(id).filter((entry) => subject === undefined || entry.subject === subject);
      return { total: timeline.length, entries: timeline.slice(offset, offset + limit) };
    },
    'devices.find': ({ serialNumber, tenantId }) => ({
      devices: devices.named(serialNumber, tenantId ?? null).map(({ id }) => views.get(id)),
    }),
    'devices.note': ({ id, note }) => {
      if (devices.get(id) === null) throw unknownDevice();
      store.write(() => history.add({ deviceId: id, subject: 'note', sentence: note, source: context.who() }));
      publish('devices.changed');
      return {};
    },
    'devices.takeOff': ({ ids }) => ({
      takenOff: changeEach('devices.takeOff', ids, 'Taken off the queue.', devices.takeOff),
    }),
    'devices.putBack': ({ ids }) => {
      const putBack = changeEach('devices.putBack', ids, 'Put back on the queue.', (id) => {
        refuseTwin(id);
        return devices.putBack(id);
      });
      if (putBack > 0) return { putBack };
      throw new AppError('conflict', 'The device is on the queue already: it came back, perhaps with an import.');
    },
    'devices.expectProfile': ({ ids, profileName }) => {
      const sentence =
        profileName === null ? 'Any assigned profile is accepted.' : `${profileName} is expected as the profile.`;
      changeEach(
        'devices.expectProfile',
        ids,
        sentence,
        (id) =>
          devices.get(id) !== null &&
          devices.change(id, { expectedProfile: profileName }).expectedProfile === profileName,
      );
      return {};
    },
    'devices.inTenant': ({ offset, limit, ...filter }) => ({
      total: listedDevices.total(filter.tenantId),
      matching: listedDevices.matching(filter),
      rows: [...listedDevices.page(filter, offset, limit)],
      groupTags: listedDevices.groupTags(filter.tenantId),
      manufacturers: listedDevices.manufacturers(filter.tenantId),
      readAt: tenants.get(filter.tenantId)?.lastRefreshedAt ?? null,
    }),
    'devices.adopt': ({ tenantId, ztdIds, toLeave }) =>
      adoptDevices(
        context,
        tenantId,
        ztdIds.map((ztdId) => ({ ztdId, scannedSerialNumber: null, toLeave })),
      ),
    'devices.add': (typed) => addDevice(context, typed),
    'devices.batches': ({ tenantId }) => ({ batches: list.batches(tenantId) }),
  };
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
