import { randomUUID } from 'node:crypto';
import { namesFromPattern, type PatternName } from '../../../shared/assignment/deviceNamePattern.ts';
import type { AssignmentIssue } from '../../../shared/assignment/assignmentIssues.ts';
import { checkGroupTag } from '../../../shared/assignment/groupTag.ts';
import { checkUserPrincipalName } from '../../../shared/assignment/userPrincipalName.ts';
import type { Wish } from '../../../shared/assignment/wish.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { AssignmentHandlers } from '../../../shared/api/contract/assignment.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { ignoresName, scenarioObjectOf } from '../../../shared/scenarios/scenarios.ts';
import { tellIssue } from '../../../shared/intake/tellIssue.ts';
import type { AssignmentRefusal } from '../../../shared/assignment/assignmentWords.ts';
import { refusedFor, type RefusedDevice } from '../../../shared/jobs/queued.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { JobHandler } from '../../outbox/job.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import { actInTurns, type Act } from '../actInTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { createSendChangeStep } from './sendChangeStep.ts';
import { createVerifyChangeStep } from './verifyChangeStep.ts';
import { changeRefusalOf } from './changeRefusal.ts';
import { createDifferences } from './differences.ts';
import { changeJob, overOf } from './wishes.ts';

/** How many names and how many problems a look ahead shows. */
const SHOWN = 5;

/** What a person wants of one device: at Microsoft's, here, and as a line of its history. */
interface Wished {
  readonly wish: Wish;
  readonly change: DeviceChange;
  readonly sentence: string;
}

/** The two steps of a change: send it, then look until it is visible. */
export function createAssignmentSteps(context: ServiceContext): readonly JobHandler[] {
  return [createSendChangeStep(context), createVerifyChangeStep(context)];
}

/** Users, group tags and names: what a person wants is on the device at once, and on its way to Microsoft. */
export function createAssignmentService(context: ServiceContext): AssignmentHandlers {
  const { devices, history, jobs, outbox, publish, pseudonyms, store, who } = context;

  async function wishFor(
    deviceIds: readonly string[],
    act: Act,
    wishedOf: (device: DeviceRecord) => Wished | AssignmentRefusal,
  ): Promise<OutputOf<'assignment.assignUser'>> {
    const batchId = randomUUID();
    const refused: RefusedDevice[] = [];
    let queued = 0;
    await actInTurns(context, deviceIds, act, (id) => {
      const device = devices.get(id);
      if (device === null) return false;
      const wished = changeRefusalOf(device) ?? wishedOf(device);
      if ('code' in wished) {
        refused.push(refusedFor(deviceTitle(device), wished));
        return false;
      }
      queued += 1;
      const { wish } = wished;
      const over = overOf(jobs, device, wish.property);
      devices.change(device.id, wished.change);
      history.add({ deviceId: device.id, subject: 'change', sentence: wished.sentence, source: who() });
      if (isJobNeeded(device, wish)) outbox.enqueue(changeJob(device, { ...wish, over }, batchId));
      return true;
    });
    publish('devices.changed');
    return { queued, refused };
  }

  function namesOf(deviceIds: readonly string[], pattern: string, firstNumber: number): readonly PatternName[] {
    const known = deviceIds.flatMap((id) => devices.get(id) ?? []);
    return namesFromPattern(pattern, known, firstNumber);
  }

  return {
    ...createDifferences(context),
    'assignment.assignUser': ({ deviceIds, userPrincipalName, displayName, insists }) => {
      refuse(checkUserPrincipalName(userPrincipalName), 'userPrincipalName');
      const act = {
        action: 'assignment.assignUser',
        sentence: (count: string) => `Chose ${userPrincipalName} as the user of ${count}.`,
        people: [userPrincipalName],
      };
      if (displayName !== undefined) store.write(() => pseudonyms.remember(userPrincipalName, displayName));
      return wishFor(deviceIds, act, (device) => {
        const { ignoresUser } = scenarioObjectOf(device);
        if (ignoresUser && !insists) return { code: 'assignment.userIgnored' };
        return {
          wish: { property: 'user', value: userPrincipalName },
          change: { assignedUser: userPrincipalName, assignedUserName: displayName ?? null },
          sentence: ignoresUser ? 'A user was chosen, though Windows ignores that here.' : 'A user was chosen.',
        };
      });
    },
    'assignment.unassignUser': ({ deviceIds }) =>
      wishFor(deviceIds, unassigning, () => ({
        wish: { property: 'user', value: '' },
        change: { assignedUser: null, assignedUserName: null },
        sentence: 'The user was taken away.',
      })),
    'assignment.setGroupTag': ({ deviceIds, groupTag }) => {
      refuse(checkGroupTag(groupTag), 'groupTag');
      const act = {
        action: 'assignment.setGroupTag',
        sentence: (count: string) =>
          groupTag === '' ? `Cleared the group tag of ${count}.` : `Set the group tag of ${count} to ${groupTag}.`,
      };
      return wishFor(deviceIds, act, () => ({
        wish: { property: 'groupTag', value: groupTag },
        change: { groupTag: groupTag === '' ? null : groupTag },
        sentence: groupTag === '' ? 'The group tag was cleared.' : `The group tag was set to ${groupTag}.`,
      }));
    },
    'assignment.rename': ({ deviceIds, pattern, firstNumber }) => {
      const names = new Map(namesOf(deviceIds, pattern, firstNumber).map((name) => [name.deviceId, name]));
      const [only] = names.values();
      if (names.size === 1) refuse(only?.finding ?? null, 'pattern');
      const act = {
        action: 'assignment.rename',
        sentence: (count: string) =>
          pattern === '' ? `Cleared the name of ${count}.` : `Named ${count} by ${pattern}.`,
      };
      return wishFor(deviceIds, act, ({ id }) => {
        const { deviceName = '', finding = null } = names.get(id) ?? {};
        if (finding !== null) return { code: 'assignment.badName', issue: finding };
        return {
          wish: { property: 'name', value: deviceName },
          change: { deviceName: deviceName === '' ? null : deviceName },
          sentence: deviceName === '' ? 'The name was cleared.' : `The name was set to ${deviceName}.`,
        };
      });
    },
    'assignment.names': ({ deviceIds, pattern, firstNumber }) => {
      const names = namesOf(deviceIds, pattern, firstNumber);
      const ignored = new Set(
        deviceIds
          .flatMap((id) => devices.get(id) ?? [])
          .filter(ignoresName)
          .map(({ id }) => id),
      );
      const good = names.filter(({ finding }) => finding === null);
      const problems = names.flatMap(({ serialNumber, finding }) =>
        finding === null ? [] : [refusedFor(serialNumber, { code: 'assignment.badName', issue: finding })],
      );
      return {
        named: good.length,
        refused: problems.length,
        ignored: good.filter(({ deviceId }) => ignored.has(deviceId)).length,
        examples: good.slice(0, SHOWN).map(({ serialNumber, deviceName }) => ({ serialNumber, deviceName })),
        problems: problems.slice(0, SHOWN),
      };
    },
  };
}

const unassigning: Act = {
  action: 'assignment.unassignUser',
  sentence: (count) => `Took the user away from ${count}.`,
};

/**
 * Until the registration is sent, user and group tag go along with it, and the name follows it. Only a device that
 * Microsoft has, or is about to have, needs a change of its own.
 */
function isJobNeeded({ registration }: DeviceRecord, wish: Wish): boolean {
  switch (registration) {
    case 'registered':
    case 'submitted':
    case 'pending':
      return true;
    case 'queued':
      // A batch may be on its way with the old value; the new value is compared once the device appears.
      return wish.value === '';
    case 'none':
    case 'failed':
    case 'removing':
    case 'removed':
      return false;
  }
}

function refuse(finding: AssignmentIssue | null, field: string): void {
  if (finding?.severity !== 'error') return;
  const { message } = tellIssue(finding);
  throw new AppError('invalid-input', message, { fields: [{ field, message }] });
}
