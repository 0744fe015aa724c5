import { AppError } from '../../../shared/outcome/appError.ts';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { BenchHandlers } from '../../../shared/api/contract/bench.ts';
import {
  actSentence,
  overrideSentence,
  toldCodeSentence,
  takenBackSentence,
  voidResealSentence,
} from '../../../shared/bench/benchHistoryWords.ts';
import { benchStepRefusal } from '../../../shared/bench/benchRefusal.ts';
import { benchRefusalWords } from '../../../shared/bench/benchRefusalWords.ts';
import { benchState, benchStateAfter, type BenchAct, type BenchState } from '../../../shared/bench/benchState.ts';
import { benchWarningsOf } from '../../../shared/bench/benchWarning.ts';
import { benchWarningSentence } from '../../../shared/bench/benchWarningWords.ts';
import { usualTimesOf } from '../../../shared/bench/usualTime.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { userFlowWindowOf } from '../../../shared/bench/userFlowWindowOf.ts';
import { goGateFailures } from '../../../shared/bench/goGate.ts';
import { startRefusalWords } from '../../../shared/bench/goGateWords.ts';
import { startLossesOf, type StartLoss } from '../../../shared/bench/startLoss.ts';
import { startedAgainSentence, startLossWords } from '../../../shared/bench/startLossWords.ts';
import { shelfHistory } from '../../../shared/shelves/shelfWords.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import { createEspOfDevice } from '../esp/espOfDevice.ts';
import { createSheetsOfRuns } from '../checklists/sheetsOfRuns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { answerGate } from './answerGate.ts';
import { createForMany } from './manyDevices.ts';
import { needsLook } from './needsLook.ts';
import { expireIfOverdue } from './expiry.ts';
import { reportedErrorOf } from './reportedError.ts';

type BenchInput = ParsedInputOf<'bench.record'>;

/** What a technician does at the bench: every act is checked, recorded with its time, and can be taken back. */
export function createBenchService(context: ServiceContext): BenchHandlers {
  const { alarms, audit, benchRuns: runs, deviceViews: views, devices, history, ports, publish, store } = context;
  const sheets = createSheetsOfRuns(context);
  const espOfDevice = createEspOfDevice(context);

  function deviceOf(id: string): DeviceRecord {
    const device = devices.get(id);
    if (device === null) throw unknownDevice();
    return device;
  }

  /**
   * Whether the apps were seen; null where the ESP holds the device, or nobody can tell, so that nothing is asked.
   * @throws AppError `blocked` where it is asked and not answered
   */
  function appsAnswer(device: DeviceRecord, appsSeen: boolean | undefined): boolean | null {
    if (espOfDevice(device).isOn !== false) return null;
    if (appsSeen !== undefined) return appsSeen;
    throw new AppError('blocked', `The ESP of ${deviceTitle(device)} is off, so Reseal can come before the apps.`, {
      remedy: 'Look whether they are there, and say so with the reseal.',
    });
  }

  /** Expiry is written first, in a write of its own: it stays written when the act is refused. */
  function bringUpToDate(id: string): void {
    store.write(() => expireIfOverdue(context, deviceOf(id)));
  }

  /** Changes the bench's part of a device and says so in its history, once for each status that changed. */
  function changeBench(device: DeviceRecord, state: BenchState, subject: 'bench' | 'reseal', sentence: string): void {
    const after = devices.change(device.id, state);
    history.add({
      deviceId: device.id,
      subject,
      sentence,
      source: context.who(),
      from: device[subject],
      to: after[subject],
    });
    if (subject === 'bench' && device.reseal !== after.reseal) {
      history.add({
        deviceId: device.id,
        subject: 'reseal',
        sentence: voidResealSentence,
        source: context.who(),
        from: device.reseal,
        to: after.reseal,
      });
    }
  }

  /** @param isNew whether the act makes a run: a start does, and a result whose start nobody recorded */
  function keepRun(
    device: DeviceRecord,
    input: BenchInput,
    {
      overrideReason,
      isNew,
      at,
    }: { readonly overrideReason: string | null; readonly isNew: boolean; readonly at: string },
  ): void {
    if (input.step === 'start') {
      runs.begin({ deviceId: device.id, startedAt: at, overrideReason, technician: context.who() });
    }
    if (input.step === 'success' || input.step === 'failure') {
      const ended = {
        deviceId: device.id,
        endedAt: at,
        result: input.step === 'success' ? ('succeeded' as const) : ('failed' as const),
        elapsedMs: input.elapsedMs ?? null,
        errorCode: input.errorCode ?? null,
        phase: input.step === 'failure' ? (input.phase ?? null) : null,
      };
      if (isNew) runs.addEnded({ ...ended, technician: context.who() });
      else runs.end(ended);
    }
  }

  const forOne: Omit<BenchHandlers, keyof ReturnType<typeof createForMany>> = {
    'bench.needsLook': ({ tenantId }) => needsLook(context, tenantId),

    'bench.usualTimes': ({ tenantId }) => ({ times: usualTimesOf(runs.goodIn(tenantId)) }),

    'bench.record': (input) => {
      const at = ports.clock.now();
      bringUpToDate(input.deviceId);
      const warnings = store.write(() => {
        const device = deviceOf(input.deviceId);
        const refusal = benchStepRefusal(input.step, device, input);
        if (refusal !== null) throw new AppError('conflict', benchRefusalWords[refusal]);
        // Its rule may ask for more than the gate knows of.
        if (input.step === 'start') context.scenarioRules.refuseUnreadable(device);
        const overrideReason = input.step === 'start' ? gateOverride(device, input.overrideReason) : null;
        const losses = input.step === 'start' ? startLossesOf(device) : [];
        if (losses.length > 0 && !input.acceptsLoss) throw lossUnconfirmed(device, losses);
        const appsSeen = input.step === 'reseal' ? appsAnswer(device, input.appsSeen) : null;
        const act = actOf(input, at);
        const before = benchState.parse(device);
        const state = benchStateAfter(before, act);
        const startUnknown = isResult(input.step) && device.bench !== 'running';
        const isNew = input.step === 'start' || startUnknown;

        if (isNew) sheets.beforeNewRun(device, runs.ofDevice(device.id)[0], at.toISOString());
        if (input.step === 'start') sheets.beginByItself(device);
        const sentence = actSentence(act, {
          elapsedMs: input.elapsedMs,
          overrideReason,
          startUnknown,
          phase: input.phase ?? null,
          appsSeen,
        });
        changeBench(device, state, subjectOf(input.step), sentence);
        const leaves = input.step === 'ship' ? device.shelf : null;
        if (leaves !== null) devices.change(device.id, { shelf: null });
        keepRun(device, input, { overrideReason, isNew, at: at.toISOString() });
        runs.addAct({
          deviceId: device.id,
          step: input.step,
          at: at.toISOString(),
          before: leaves === null ? before : { ...before, shelf: leaves },
          after: state,
          technician: context.who(),
        });
        if (overrideReason !== null) {
          audit.add({
            who: context.who(),
            action: 'bench.override',
            devices: [device.id],
            sentence: overrideSentence(deviceTitle(device), overrideReason),
          });
        }
        if (losses.length > 0) {
          const told = startedAgainSentence(deviceTitle(device), losses);
          history.add({ deviceId: device.id, subject: 'note', sentence: told, source: context.who() });
          audit.add({ who: context.who(), action: 'bench.startAgain', sentence: told, devices: [device.id] });
        }
        const found = benchWarningsOf(input.step, userFlowWindowOf(device, at), at);
        for (const sentence of [
          ...found.map((warning) => benchWarningSentence(warning, neutralFormatter)),
          input.note ?? '',
        ].filter((note) => note.trim() !== '')) {
          history.add({ deviceId: device.id, subject: 'note', sentence, source: context.who() });
        }
        return found;
      });
      publish('devices.changed');
      publish('checklists.changed');
      return { ...views.get(input.deviceId), warnings: [...warnings] };
    },

    'bench.noteCode': ({ deviceId, errorCode }) => {
      store.write(() => {
        if (deviceOf(deviceId).bench !== 'failed') {
          throw new AppError('conflict', 'No failure is recorded to which the code could belong.', {
            remedy: 'Record the failure with its code.',
          });
        }
        const benchError = reportedErrorOf(errorCode);
        devices.change(deviceId, { benchError });
        const [run] = runs.ofDevice(deviceId);
        if (run !== undefined) runs.tellCode(run.id, errorCode);
        const sentence = toldCodeSentence(benchError.code, benchError.name);
        history.add({ deviceId, subject: 'bench', sentence, source: context.who() });
      });
      publish('devices.changed');
      return views.get(deviceId);
    },

    'bench.confirm': async (input) => ({ deviceIds: await answerGate(context, input) }),

    'bench.claimAlarms': ({ keys }) => ({ keys: store.write(() => alarms.claim(keys)) }),

    'bench.undo': ({ deviceId }) => {
      bringUpToDate(deviceId);
      store.write(() => {
        const device = deviceOf(deviceId);
        const last = runs.lastAct(deviceId);
        if (last === null) throw new AppError('conflict', 'Nothing is recorded at the bench that could be taken back.');
        if (last.after.bench !== device.bench || last.after.reseal !== device.reseal) {
          throw new AppError(
            'conflict',
            'The last act at the bench cannot be taken back, because the device has changed since.',
            { remedy: 'Record what is true now instead.' },
          );
        }
        const { shelf, ...before } = last.before;
        changeBench(device, before, subjectOf(last.step), takenBackSentence(last.step));
        // Another device may stand there by now.
        if (shelf !== undefined && devices.onShelf(shelf) === null) {
          devices.change(deviceId, { shelf });
          history.add({ deviceId, subject: 'note', sentence: shelfHistory.put(shelf), source: context.who() });
        }
        if (last.step === 'start' || (isResult(last.step) && before.bench !== 'running')) {
          runs.discard(deviceId);
          const began = last.after.benchStartedAt ?? last.after.benchEndedAt;
          if (began !== null) sheets.startTakenBack(deviceId, began);
        } else if (isResult(last.step)) {
          runs.end({ deviceId, endedAt: null, result: null, elapsedMs: null, errorCode: null, phase: null });
        }
        runs.removeAct(last.id);
      });
      publish('devices.changed');
      publish('checklists.changed');
      return views.get(deviceId);
    },
  };
  return { ...forOne, ...createForMany(context, forOne) };
}

function subjectOf(step: BenchInput['step']): 'bench' | 'reseal' {
  return step === 'start' || isResult(step) ? 'bench' : 'reseal';
}

/** Whoever starts a device again that is shipped, enrolled or in use says that they know what it costs. */
function lossUnconfirmed(device: DeviceRecord, losses: readonly StartLoss[]): AppError {
  const told = losses.map((loss) => startLossWords[loss]).join(' ');
  return new AppError('blocked', `${deviceTitle(device)} is past the bench already. ${told}`, {
    remedy: 'Start it only where that is meant, and confirm it.',
  });
}

function isResult(step: BenchInput['step']): boolean {
  return step === 'success' || step === 'failure';
}

function actOf(input: BenchInput, at: Date): BenchAct {
  return input.step === 'failure'
    ? { step: 'failure', at, error: reportedErrorOf(input.errorCode ?? null) }
    : { step: input.step, at };
}

/**
 * The reason for a start against the go gate; null where the gate is open and no reason is needed.
 * @throws AppError `blocked` where the gate is closed and no reason is given
 */
function gateOverride(device: DeviceRecord, reason: string | undefined): string | null {
  const [first, ...others] = goGateFailures(device);
  if (first === undefined) return null;
  if (reason !== undefined) return `${reason} (${[first, ...others].map(({ code }) => code).join(', ')})`;
  const { message, ...words } = startRefusalWords(deviceTitle(device), [first, ...others]);
  throw new AppError('blocked', message, words);
}
