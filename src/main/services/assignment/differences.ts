import { randomUUID } from 'node:crypto';
import type { AssignmentHandlers } from '../../../shared/api/contract/assignment.ts';
import {
  heldField,
  isDifferent,
  propertyOfField,
  sentField,
  type HeldField,
  type HeldValue,
} from '../../../shared/assignment/heldValue.ts';
import { CHANGE, wishKeyOf } from '../../../shared/assignment/wish.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { refusedFor, type RefusedDevice } from '../../../shared/jobs/queued.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import { actInTurns } from '../actInTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { changeRefusalOf } from './changeRefusal.ts';
import { changeJob, overOf } from './wishes.ts';

type Differences = Pick<AssignmentHandlers, 'assignment.differences' | 'assignment.takeTheirs' | 'assignment.sendOurs'>;

/** How many differences a look ahead shows. */
const SHOWN = 5;

/** Where Microsoft holds something else than is wished here: looked at, and settled one way or the other. */
export function createDifferences(context: ServiceContext): Differences {
  const { deviceList, deviceViews, devices, history, jobs, outbox, publish, who } = context;

  /** The device as it stands now; null where it is no more in the queue. */
  function viewOf(id: string): DeviceView | null {
    const listed = deviceList.get(id);
    return listed === null ? null : deviceViews.of(listed);
  }

  function take(device: DeviceView, field: HeldField): void {
    const value = device.properties[field];
    devices.change(device.id, takenChange(device, field, value.microsoft));
    history.add({ deviceId: device.id, subject: 'change', source: who(), ...takenEvent(field, value) });
    if (field === 'purchaseOrder') return;
    for (const { id } of jobs.failedWith(wishKeyOf(device.id, propertyOfField[field]))) {
      jobs.cancel(id, { code: 'assignment.theirsTaken' });
    }
  }

  return {
    'assignment.differences': ({ deviceIds, fields = heldField.options }) => {
      const found = deviceViews
        .ofAll(deviceIds.flatMap((id) => deviceList.get(id) ?? []))
        .flatMap((device) => differingFields(device, fields).map((field) => ({ device, field })));
      return {
        devices: new Set(found.map(({ device }) => device.id)).size,
        counts: heldField.options.flatMap((field) => {
          const values = found.filter((one) => one.field === field).map(({ device }) => device.properties[field]);
          if (values.length === 0) return [];
          const withoutTheirs = values.filter(({ microsoft }) => microsoft === null).length;
          const withoutOurs = values.filter(({ wish }) => wish === null).length;
          return [{ field, devices: values.length, withoutTheirs, withoutOurs }];
        }),
        examples: found.slice(0, SHOWN).map(({ device, field }) => ({
          serialNumber: deviceTitle(device),
          field,
          wish: device.properties[field].wish,
          microsoft: device.properties[field].microsoft,
        })),
      };
    },

    async 'assignment.takeTheirs'({ deviceIds, fields = heldField.options }) {
      let taken = 0;
      const act = {
        action: 'assignment.takeTheirs',
        sentence: (count: string) => `Took over what Microsoft holds of ${count} (${namesOf(fields)}).`,
      };
      await actInTurns(context, deviceIds, act, (id) => {
        const device = viewOf(id);
        if (device === null) return false;
        const differing = differingFields(device, fields);
        for (const field of differing) take(device, field);
        if (differing.length > 0) taken += 1;
        return differing.length > 0;
      });
      publish('devices.changed');
      publish('jobs.changed');
      return { taken };
    },

    async 'assignment.sendOurs'({ deviceIds, fields = sentField.options }) {
      const batchId = randomUUID();
      const refused: RefusedDevice[] = [];
      let queued = 0;
      const act = {
        action: 'assignment.sendOurs',
        sentence: (count: string) =>
          `Sent what is wished here of ${count} in place of Microsoft’s (${namesOf(fields)}).`,
      };
      await actInTurns(context, deviceIds, act, (id) => {
        const device = viewOf(id);
        if (device === null) return false;
        const differing = sentField.options.filter(
          (field) => fields.includes(field) && isDifferent(device.properties[field]),
        );
        if (differing.length === 0) return false;
        const refusal = changeRefusalOf(device);
        if (refusal !== null) {
          refused.push(refusedFor(deviceTitle(device), refusal));
          return false;
        }
        queued += 1;
        for (const field of differing) {
          const property = propertyOfField[field];
          const wished = { property, value: device.properties[field].wish ?? '', over: overOf(jobs, device, property) };
          history.add({ deviceId: id, subject: 'change', sentence: sentSentence(field), source: who() });
          outbox.enqueue(changeJob(device, wished, `${batchId}:${CHANGE}:${property}`));
        }
        return true;
      });
      publish('devices.changed');
      return { queued, refused };
    },
  };
}

const differingFields = ({ properties }: DeviceView, fields: readonly HeldField[]): readonly HeldField[] =>
  heldField.options.filter((field) => fields.includes(field) && isDifferent(properties[field]));

function takenChange(device: DeviceView, field: HeldField, theirs: string | null): DeviceChange {
  switch (field) {
    case 'groupTag':
      return { groupTag: theirs };
    case 'assignedUser':
      return { assignedUser: theirs, assignedUserName: device.heldUserName };
    case 'deviceName':
      return { deviceName: theirs };
    case 'purchaseOrder':
      return { purchaseOrderInFile: theirs };
  }
}

/** What was wished before stays in the history; addresses of people never stand there. */
function takenEvent(field: HeldField, { wish, microsoft }: HeldValue) {
  if (field === 'assignedUser') return { sentence: 'The user that Microsoft holds was taken over.' };
  return {
    sentence: `The ${nouns[field]} that Microsoft holds was taken over: ${quoted(microsoft)} in place of ${quoted(wish)}.`,
    from: wish,
    to: microsoft,
  };
}

const nouns = {
  groupTag: 'group tag',
  assignedUser: 'user',
  deviceName: 'name',
  purchaseOrder: 'purchase order',
} as const satisfies Record<HeldField, string>;

const namesOf = (fields: readonly HeldField[]): string => fields.map((field) => nouns[field]).join(', ');

const sentSentence = (field: HeldField): string => `The ${nouns[field]} of this queue is sent in place of Microsoft’s.`;

const quoted = (value: string | null): string => (value === null ? 'none' : `“${value}”`);
