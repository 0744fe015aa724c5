import { randomUUID } from 'node:crypto';
import { namesFromPattern, type PatternName } from '../../../shared/assignment/deviceNamePattern.ts';
import type { AssignmentIssue } from '../../../shared/assignment/assignmentIssues.ts';
import { checkGroupTag } from '../../../shared/assignment/groupTag.ts';
import { checkUserPrincipalName } from '../../../shared/assignment/userPrincipalName.ts';
import { otherValues } from '../../../shared/assignment/otherValues.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { AssignmentHandlers } from '../../../shared/api/contract/assignment.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { ignoresName } from '../../../shared/scenarios/scenarios.ts';
import { tellIssue } from '../../../shared/intake/tellIssue.ts';
import type { AssignmentRefusal } from '../../../shared/assignment/assignmentWords.ts';
import { refusedFor, type RefusedDevice } from '../../../shared/jobs/queued.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { JobHandler } from '../../outbox/job.ts';
import { actInTurns, type Act } from '../actInTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { createSendChangeStep } from './sendChangeStep.ts';
import { createVerifyChangeStep } from './verifyChangeStep.ts';
import { changeRefusalOf } from './changeRefusal.ts';
import { createDifferences } from './differences.ts';
import { enterWish } from './enterWish.ts';
import { createListService } from './list/listService.ts';
import { createTakingBack } from './takeBack.ts';
import { noUser, wishedGroupTag, wishedName, wishedUser, type Wished } from './wished.ts';

/** How many names and how many problems a look ahead shows. */
const SHOWN = 5;

/** The two steps of a change: send it, then look until it is visible. */
export function createAssignmentSteps(context: ServiceContext): readonly JobHandler[] {
  return [createSendChangeStep(context), createVerifyChangeStep(context)];
}

/** Users, group tags and names: what a person wants is on the device at once, and on its way to Microsoft. */
export function createAssignmentService(context: ServiceContext): AssignmentHandlers {
  const { devices, publish, pseudonyms, store } = context;

  async function wishFor(
    deviceIds: readonly string[],
    act: Act,
    wishedOf: (device: DeviceRecord) => Wished | AssignmentRefusal,
    overwrites: boolean,
  ): Promise<OutputOf<'assignment.assignUser'>> {
    const actId = randomUUID();
    const refused: RefusedDevice[] = [];
    let queued = 0;
    let spared = 0;
    await actInTurns(context, deviceIds, act, (id) => {
      const device = devices.get(id);
      if (device === null) return false;
      const wished = changeRefusalOf(device) ?? wishedOf(device);
      if ('code' in wished) {
        refused.push(refusedFor(deviceTitle(device), wished));
        return false;
      }
      if (!overwrites && otherValues(device, wished.field, wished.value).length > 0) {
        spared += 1;
        return false;
      }
      queued += 1;
      enterWish(context, device, wished, { actId, batchId: actId });
      return true;
    });
    publish('devices.changed');
    return { queued, refused, spared, actId };
  }

  function namesOf(deviceIds: readonly string[], pattern: string, firstNumber: number): readonly PatternName[] {
    const known = deviceIds.flatMap((id) => devices.get(id) ?? []);
    return namesFromPattern(pattern, known, firstNumber);
  }

  return {
    ...createDifferences(context),
    ...createListService(context),
    ...createTakingBack(context),
    'assignment.assignUser': ({ deviceIds, userPrincipalName, displayName, insists, overwrites }) => {
      refuse(checkUserPrincipalName(userPrincipalName), 'userPrincipalName');
      const act = {
        action: 'assignment.assignUser',
        sentence: (count: string) => `Chose ${userPrincipalName} as the user of ${count}.`,
        people: [userPrincipalName],
      };
      if (displayName !== undefined) store.write(() => pseudonyms.remember(userPrincipalName, displayName));
      const user = { userPrincipalName, displayName: displayName ?? null, insists };
      return wishFor(deviceIds, act, (device) => wishedUser(device, user), overwrites);
    },
    'assignment.unassignUser': ({ deviceIds }) => wishFor(deviceIds, unassigning, () => noUser, true),
    'assignment.setGroupTag': ({ deviceIds, groupTag, overwrites }) => {
      refuse(checkGroupTag(groupTag), 'groupTag');
      const act = {
        action: 'assignment.setGroupTag',
        sentence: (count: string) =>
          groupTag === '' ? `Cleared the group tag of ${count}.` : `Set the group tag of ${count} to ${groupTag}.`,
      };
      return wishFor(deviceIds, act, () => wishedGroupTag(groupTag), overwrites);
    },
    'assignment.rename': ({ deviceIds, pattern, firstNumber, overwrites }) => {
      const names = new Map(namesOf(deviceIds, pattern, firstNumber).map((name) => [name.deviceId, name]));
      const [only] = names.values();
      if (names.size === 1) refuse(only?.finding ?? null, 'pattern');
      const act = {
        action: 'assignment.rename',
        sentence: (count: string) =>
          pattern === '' ? `Cleared the name of ${count}.` : `Named ${count} by ${pattern}.`,
      };
      const nameOf = ({ id }: DeviceRecord): Wished | AssignmentRefusal => {
        const { deviceName = '', finding = null } = names.get(id) ?? {};
        return finding === null ? wishedName(deviceName) : { code: 'assignment.badName', issue: finding };
      };
      return wishFor(deviceIds, act, nameOf, overwrites);
    },
    'assignment.others': ({ deviceIds, field, value }) => {
      const found = deviceIds
        .flatMap((id) => devices.get(id) ?? [])
        .flatMap((device) => {
          const [other] = otherValues(device, field, value);
          return other === undefined ? [] : [{ serialNumber: deviceTitle(device), value: other }];
        });
      return { devices: found.length, examples: found.slice(0, SHOWN) };
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

function refuse(finding: AssignmentIssue | null, field: string): void {
  if (finding?.severity !== 'error') return;
  const { message } = tellIssue(finding);
  throw new AppError('invalid-input', message, { fields: [{ field, message }] });
}
