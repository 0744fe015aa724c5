import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import { answeredSentence } from '../../../shared/bench/benchHistoryWords.ts';
import type { GateQuestion } from '../../../shared/bench/gateQuestion.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { expectedProfileOf } from '../../../shared/scenarios/expectedProfileOf.ts';
import { pageEvidenceOf } from '../../../shared/scans/pageEvidence.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import { actInTurns } from '../actInTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';

type Answer = Pick<ParsedInputOf<'bench.confirm'>, 'question' | 'confirmed'>;

/** Keeps what a person answers to the go gate, and returns the devices for which it was not so before. */
export async function answerGate(
  context: ServiceContext,
  { deviceIds, scope, ...answer }: ParsedInputOf<'bench.confirm'>,
): Promise<string[]> {
  const { devices, history, ports, publish, who } = context;
  const isForAlike = scope !== 'device' && answer.question === 'tpm2';
  const alike = isForAlike ? deviceIds.flatMap((id) => devices.alikeWithoutHash(id, scope)) : [];
  const changed: string[] = [];
  const act = {
    action: 'bench.confirm',
    sentence: (count: string) =>
      `${answer.confirmed ? 'Confirmed' : 'Took back'} an answer to the go gate (${answer.question}) for ${count}.`,
  };
  await actInTurns(context, [...new Set([...deviceIds, ...alike])], act, (id) => {
    const device = devices.get(id);
    const change = device === null ? null : changeOf(device, answer, who(), ports.clock.now().toISOString());
    if (device === null || change === null) return false;
    const after = devices.change(id, change);
    const profile = after.profileOnPage ?? device.profileOnPage;
    const sentence = answeredSentence(answer.question, answer.confirmed, profile);
    history.add({ deviceId: id, subject: 'bench', sentence, source: who() });
    changed.push(id);
    return true;
  });
  if (changed.length > 0) publish('devices.changed');
  return changed;
}

/** What the answer changes; null where the device needs none, or has this one already. */
function changeOf(device: DeviceRecord, { question, confirmed }: Answer, by: string, at: string): DeviceChange | null {
  if (!confirmed) return isConfirmed[question](device) ? takenBack[question] : null;
  if (isConfirmed[question](device)) return null;
  if (question === 'tpm2') return device.hasHardwareHash ? null : { tpmConfirmedAt: at, tpmConfirmedBy: by };
  if (question === 'reset') return device.boardReplacedAt === null ? null : { resetConfirmedAt: at };
  const expected = expectedProfileOf(device);
  return expected === null || pageEvidenceOf(device) === null ? null : { profileOnPage: expected.name };
}

const isConfirmed: Readonly<Record<GateQuestion, (device: DeviceRecord) => boolean>> = {
  tpm2: ({ tpmConfirmedAt }) => tpmConfirmedAt !== null,
  profileOnPage: (device) => device.profileOnPage !== null && device.profileOnPage === expectedProfileOf(device)?.name,
  reset: ({ resetConfirmedAt }) => resetConfirmedAt !== null,
};

const takenBack: Readonly<Record<GateQuestion, DeviceChange>> = {
  tpm2: { tpmConfirmedAt: null, tpmConfirmedBy: null },
  profileOnPage: { profileOnPage: null },
  reset: { resetConfirmedAt: null },
};
