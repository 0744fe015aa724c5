import type { DirectoryUser } from '../../../shared/directory/directoryUser.ts';
import { fieldOfProperty, heldOf } from '../../../shared/assignment/heldValue.ts';
import { CHANGE, isSetElsewhere } from '../../../shared/assignment/wish.ts';
import { otherSerialOf } from '../../../shared/devices/otherSerial.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import {
  assignUserToAutopilotDevice,
  getAutopilotDevices,
  unassignUserFromAutopilotDevice,
  updateAutopilotDevices,
  type AutopilotDeviceProperties,
} from '../../graph/resources/autopilotDevices.ts';
import { getUsers } from '../../graph/resources/directory.ts';
import { failed, goOn, waitFor, type JobHandler, type JobResult, type JobRun } from '../../outbox/job.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { devicesOf, type DeviceJob } from '../jobs/jobDevices.ts';
import { recordDevice } from '../tracking/recordDevice.ts';
import { changeProgressOf, nextLook, setElsewhere } from './changeProgress.ts';
import { wishOf } from './wishes.ts';

/** Five batches of twenty calls. */
const TAKES = 100;

interface ReadyChange extends DeviceJob {
  readonly ztdId: string;
  /** Set where a user is to be assigned, as the directory spells it. */
  readonly user: DirectoryUser | null;
}

/** Sends changed users, group tags and names: all changes of one device in one call, twenty devices to a request. */
export function createSendChangeStep(context: ServiceContext): JobHandler {
  const { connections, devices, ports, store } = context;
  return {
    kind: CHANGE,
    step: 'send',
    takes: TAKES,
    async run(leased, run) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      const ours = await notOverruling(client, devicesOf(devices, leased, run.settle), run, pace);
      const ready = await readyChanges(client, ours, run, pace);
      const { together, singly } = Object.groupBy(ready, wayOf);
      for (const change of singly ?? []) run.settle(change.job, await sendSingly(client, change, pace, run));
      const byDevice = new Map(
        [...Map.groupBy(together ?? [], ({ ztdId }) => ztdId)].map(([ztdId, wanted]) => [ztdId, firstCall(wanted)]),
      );
      const changes = [...byDevice].map(([ztdId, { now }]) => ({ ztdId, properties: propertiesOf(now) }));
      const outcomes = changes.length === 0 ? null : await updateAutopilotDevices(client, changes, run.signal);
      store.write(() => {
        for (const [ztdId, { now, later }] of byDevice) {
          const outcome = outcomes?.get(ztdId) ?? null;
          for (const change of now)
            run.settle(change.job, afterUpdate(change, outcome, now.length > 1, pace, run.jitter));
          for (const { job } of later) run.settle(job, waitFor(0, { code: 'assignment.afterOtherChange' }));
        }
      });
    },
  };

  /**
   * Reads the devices first, and leaves out changes that would overrule what somebody else has set since they were made: nobody
   * here has seen that.
   */
  async function notOverruling(
    client: GraphClient,
    entries: readonly DeviceJob[],
    run: JobRun,
    pace: (milliseconds: number) => number,
  ): Promise<readonly DeviceJob[]> {
    const known = entries.filter(({ job }) => wishOf(job).over !== undefined);
    const ztdIds = [...new Set(known.flatMap(({ device }) => device.ztdId ?? []))];
    const answers =
      ztdIds.length === 0
        ? new Map<string, AutopilotDevice | GraphError | null>()
        : await getAutopilotDevices(client, ztdIds, run.signal);
    return store.write(() => {
      for (const { device } of known) {
        const answer = answers.get(device.ztdId ?? '') ?? null;
        if (answer !== null && !(answer instanceof GraphError)) recordDevice(context, device.id, answer);
      }
      return entries.flatMap((entry) => {
        const { job } = entry;
        const answer = answers.get(entry.device.ztdId ?? '');
        if (answer instanceof GraphError && known.includes(entry)) {
          run.settle(job, judgeFailure(answer, job.attempts, pace, run.jitter));
          return [];
        }
        const device = devices.get(entry.device.id) ?? entry.device;
        const wish = wishOf(job);
        const held = heldOf(device, fieldOfProperty[wish.property]);
        if (!isSetElsewhere(wish, held, changeProgressOf(job).seen)) return [{ job, device }];
        run.settle(job, setElsewhere(job, held));
        return [];
      });
    });
  }

  /** Checks users in the directory, since Microsoft takes any address of a known domain and the device then cannot be used. */
  async function readyChanges(
    client: GraphClient,
    entries: readonly DeviceJob[],
    run: JobRun,
    pace: (milliseconds: number) => number,
  ): Promise<readonly ReadyChange[]> {
    const names = entries
      .map(({ job }) => wishOf(job))
      .filter(({ property, value }) => property === 'user' && value !== '');
    const wanted = [...new Set(names.map(({ value }) => value))];
    const users =
      wanted.length === 0
        ? new Map<string, DirectoryUser | GraphError | null>()
        : await getUsers(client, wanted, run.signal);
    const ready: ReadyChange[] = [];
    for (const entry of entries) {
      const { job, device } = entry;
      const { property, value } = wishOf(job);
      if (device.ztdId === null) {
        run.settle(job, failed({ code: 'assignment.notRegistered' }));
        continue;
      }
      const other = otherSerialOf(device);
      if (other !== null) {
        run.settle(job, failed({ code: 'assignment.otherSerial', ...other }));
        continue;
      }
      if (property !== 'user' || value === '') {
        ready.push({ ...entry, ztdId: device.ztdId, user: null });
        continue;
      }
      const user = users.get(value) ?? null;
      const problem =
        user instanceof GraphError ? judgeFailure(user, job.attempts, pace, run.jitter) : userProblem(user);
      if (problem !== null) run.settle(job, problem);
      else if (!(user instanceof GraphError)) ready.push({ ...entry, ztdId: device.ztdId, user });
    }
    return ready;
  }

  async function sendSingly(
    client: GraphClient,
    change: ReadyChange,
    pace: (milliseconds: number) => number,
    { signal, jitter }: Pick<JobRun, 'signal' | 'jitter'>,
  ): Promise<JobResult> {
    const { job, ztdId, user } = change;
    try {
      if (wishOf(job).value === '') await unassignUserFromAutopilotDevice(client, ztdId, signal);
      else if (user !== null) await assignUserToAutopilotDevice(client, ztdId, addressed(user), signal);
      return sent(change, pace);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return judgeFailure(error, job.attempts, pace, jitter);
    }
  }

  function sent({ job }: DeviceJob, pace: (milliseconds: number) => number): JobResult {
    const progress = { ...changeProgressOf(job), looks: 0 };
    const look = nextLook(progress);
    const afterMs = look.type === 'look' ? look.afterMs : 0;
    return goOn('verify', pace(afterMs), { code: 'assignment.accepted' }, progress);
  }

  function afterUpdate(
    change: ReadyChange,
    error: GraphError | null,
    isTogether: boolean,
    pace: (milliseconds: number) => number,
    jitter: number,
  ): JobResult {
    if (error === null) return sent(change, pace);
    const progress = changeProgressOf(change.job);
    if (error.kind !== 'badRequest') return judgeFailure(error, change.job.attempts, pace, jitter);
    ports.log.warn('change.refused', { property: wishOf(change.job).property, isTogether });
    if (isTogether) return waitFor(0, { code: 'assignment.onePerCall' }, { ...progress, isAlone: true });
    return wishOf(change.job).property === 'user'
      ? waitFor(0, { code: 'assignment.otherWay' }, { ...progress, isOtherWay: true })
      : failed({ code: 'jobs.microsoftSays', message: error.message }, undefined, error.requestId);
  }
}

function wayOf({ job }: ReadyChange): 'together' | 'singly' {
  const { property, value } = wishOf(job);
  if (property !== 'user') return 'together';
  // A user is taken away by an action of its own; an empty name in updateDeviceProperties is not known to do it.
  return value === '' || changeProgressOf(job).isOtherWay ? 'singly' : 'together';
}

/** All changes of a device go in one call, unless Microsoft refused them together. */
function firstCall(wanted: readonly ReadyChange[]): {
  readonly now: readonly ReadyChange[];
  readonly later: readonly ReadyChange[];
} {
  const isApart = wanted.some(({ job }) => changeProgressOf(job).isAlone);
  return isApart ? { now: wanted.slice(0, 1), later: wanted.slice(1) } : { now: wanted, later: [] };
}

function userProblem(user: DirectoryUser | null): JobResult | null {
  // A name that was mistyped is far more frequent than an account that was made just now.
  if (user === null) return failed({ code: 'assignment.unknownUser' });
  if (user.enabled === false) return failed({ code: 'assignment.userDisabled' });
  if (user.licensed === false) return failed({ code: 'assignment.userUnlicensed' });
  return null;
}

const addressed = ({ userPrincipalName, displayName }: DirectoryUser) => ({
  userPrincipalName,
  addressableUserName: displayName,
});

function propertiesOf(changes: readonly ReadyChange[]): AutopilotDeviceProperties {
  let properties: AutopilotDeviceProperties = {};
  for (const { job, user } of changes) {
    const { property, value } = wishOf(job);
    const more =
      user !== null ? addressed(user) : property === 'groupTag' ? { groupTag: value } : { displayName: value };
    properties = { ...properties, ...more };
  }
  return properties;
}
