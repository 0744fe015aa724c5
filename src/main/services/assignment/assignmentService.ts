import { checkDeviceName } from '../../../shared/autopilot/deviceName.ts';
import { checkGroupTag } from '../../../shared/autopilot/groupTag.ts';
import { checkUserPrincipalName } from '../../../shared/autopilot/userPrincipalName.ts';
import { AppError } from '../../../shared/api/appError.ts';
import type { HandlersOf, OutputOf } from '../../../shared/api/contract.ts';
import type { DeviceRecord } from '../../../shared/device/device.ts';
import type { Finding } from '../../../shared/intake/issue.ts';
import type { JobHandler } from '../../outbox/job.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import { inTurns } from '../inTurns.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { createSendChangeStep } from './sendChangeStep.ts';
import { createVerifyChangeStep } from './verifyChangeStep.ts';
import { changeJob, type Wish } from './wishes.ts';

type AssignmentProcedures =
  'assignment.assignUser' | 'assignment.unassignUser' | 'assignment.setGroupTag' | 'assignment.rename';

export function createChangeHandlers(context: MicrosoftContext): readonly JobHandler[] {
  return [createSendChangeStep(context), createVerifyChangeStep(context)];
}

/** Users, group tags and names: what a person wants is on the device at once, and on its way to Microsoft. */
export function createAssignmentService(context: MicrosoftContext): HandlersOf<AssignmentProcedures> {
  const { devices, history, outbox, publish, store, who } = context;

  async function wishFor(
    deviceIds: readonly string[],
    wish: Wish,
    change: DeviceChange,
    sentence: string,
  ): Promise<OutputOf<'assignment.assignUser'>> {
    const refused: { serialNumber: string; reason: string }[] = [];
    let queued = 0;
    await inTurns(store, deviceIds, (id) => {
      const device = devices.get(id);
      if (device === null) return;
      if (device.registration === 'removing') {
        refused.push({ serialNumber: device.serialNumber, reason: 'It is being deregistered.' });
        return;
      }
      queued += 1;
      devices.change(device.id, change);
      history.add({ deviceId: device.id, subject: 'change', sentence, source: who() });
      if (isJobNeeded(device, wish)) outbox.enqueue(changeJob(device, wish));
    });
    publish('devices.changed');
    return { queued, refused };
  }

  return {
    'assignment.assignUser': ({ deviceIds, userPrincipalName, displayName }) => {
      refuse(checkUserPrincipalName(userPrincipalName), 'userPrincipalName');
      const change = { assignedUser: userPrincipalName, assignedUserName: displayName ?? null };
      return wishFor(deviceIds, { property: 'user', value: userPrincipalName }, change, 'A user was chosen.');
    },
    'assignment.unassignUser': ({ deviceIds }) => {
      const change = { assignedUser: null, assignedUserName: null };
      return wishFor(deviceIds, { property: 'user', value: '' }, change, 'The user was taken away.');
    },
    'assignment.setGroupTag': ({ deviceIds, groupTag }) => {
      refuse(checkGroupTag(groupTag), 'groupTag');
      const sentence = groupTag === '' ? 'The group tag was cleared.' : `The group tag was set to ${groupTag}.`;
      const change = { groupTag: groupTag === '' ? null : groupTag };
      return wishFor(deviceIds, { property: 'groupTag', value: groupTag }, change, sentence);
    },
    'assignment.rename': ({ deviceId, deviceName }) => {
      if (deviceName !== '') refuse(checkDeviceName(deviceName), 'deviceName');
      const sentence = deviceName === '' ? 'The name was cleared.' : `The name was set to ${deviceName}.`;
      const change = { deviceName: deviceName === '' ? null : deviceName };
      return wishFor([deviceId], { property: 'name', value: deviceName }, change, sentence);
    },
  };
}

/**
 * Before the registration is sent, user and group tag go along with it, and the name follows it; only a device that
 * Microsoft has, or is about to have, needs a change of its own.
 */
function isJobNeeded({ registration }: DeviceRecord, wish: Wish): boolean {
  switch (registration) {
    case 'registered':
    case 'submitted':
    case 'pending':
      return true;
    case 'queued':
      // A batch may be just being sent with the value as it was; what is set anew is compared once the device appears.
      return wish.value === '';
    case 'none':
    case 'failed':
    case 'removing':
    case 'removed':
      return false;
  }
}

function refuse(finding: Finding | null, field: string): void {
  if (finding?.severity !== 'error') return;
  throw new AppError('invalid-input', finding.message, { fields: [{ field, message: finding.message }] });
}
