import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { SentField } from '../../../../shared/assignment/heldValue.ts';
import { heldValueSentence } from '../../../../shared/assignment/heldValueWords.ts';
import { benchPhaseWords } from '../../../../shared/bench/benchPhase.ts';
import { asksForDomainController, domainControllerSentence } from '../../../../shared/bench/domainController.ts';
import { goGateWords } from '../../../../shared/bench/goGateWords.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { nextStepSentence, nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import { espSentence } from '../../../../shared/esp/espWords.ts';
import { groupNames } from '../../../../shared/groups/groupWords.ts';
import { expectedProfileSentence, scenarioSentence } from '../../../../shared/scenarios/scenarioWords.ts';
import { registrantTitles } from '../../../../shared/devices/registrant.ts';
import { deviceDocument } from './deviceDocument.ts';
import { deviceOf } from './deviceOf.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { factList, table } from '../output/table.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

type Detail = OutputOf<'devices.get'>;
type Checklists = OutputOf<'checklists.list'>['checklists'];

/** `show`: everything that Reseal knows of one device, its hash excepted. */
export async function showDevice(run: Run, serialNumber: string): Promise<ExitStatus> {
  const { id } = await deviceOf(run, serialNumber);
  const detail = await withWholeTimeline(run, await run.call('devices.get', { id }));
  const { checklists } = await run.call('checklists.list', { deviceId: id });
  const { device, ...beside } = detail;
  const goGate = detail.goGate.map((condition) => ({ ...condition, ...goGateWords(condition) }));
  await run.print({ ...deviceDocument(device), ...beside, goGate, checklists }, () =>
    deviceText(detail, checklists, run.formatter),
  );
  return exitStatus.done;
}

/** The history of a device that has a long one, to its beginning. */
async function withWholeTimeline(run: Run, detail: Detail): Promise<Detail> {
  const timeline = [...detail.timeline];
  while (timeline.length < detail.timelineTotal) {
    const { entries } = await run.call('devices.timeline', { id: detail.device.id, offset: timeline.length });
    if (entries.length === 0) break;
    timeline.push(...entries);
  }
  return { ...detail, timeline };
}

function deviceText(
  { device, goGate, timeline, benchRuns, esp, membership }: Detail,
  checklists: Checklists,
  formatter: Formatter,
): string {
  const timeOf = (at: string | null) => (at === null ? null : formatter.instant(at));
  const facts = factList([
    ['serial number', device.serialNumber],
    ['manufacturer', device.manufacturer],
    ['model', device.model],
    ['group tag', withWish(device, 'groupTag', formatter)],
    ['assigned user', withWish(device, 'assignedUser', formatter)],
    ['device name', withWish(device, 'deviceName', formatter)],
    ['purchase order', device.purchaseOrder],
    ['purchase order in the file', device.purchaseOrderInFile],
    ['Microsoft was read', timeOf(device.microsoftReadAt)],
    ['batch', device.batchName],
    ['scenario', scenarioSentence(device.scenario)],
    ['expected profile', device.expectation && expectedProfileSentence(device.expectation)],
    ['ESP', espSentence(esp)],
    ['groups in Entra', membershipOf(membership, formatter)],
    ['ZTDID', device.ztdId],
    ['registration', withDetail(device.registration, device.registrationError?.message ?? null)],
    ['registered by', device.registeredBy === null ? null : registrantTitles[device.registeredBy]],
    ['in the Partner Center file', withTime(device.partnerFileName, timeOf(device.partnerFileAt))],
    ['TPM 2.0 confirmed', withTime(device.tpmConfirmedBy, timeOf(device.tpmConfirmedAt))],
    ['Autopilot page scanned', timeOf(device.pageScannedAt)],
    ['profile', withDetail(device.profile, device.profileName)],
    ['enrollment', withDetail(device.enrollment, device.enrollmentDetail)],
    ['bench', withDetail(device.bench, device.benchError?.message ?? null)],
    ['failed in', device.bench === 'failed' ? failedPhase(benchRuns) : null],
    ['reseal', device.reseal],
    ['user flow not before', timeOf(device.due.notBefore)],
    ['user flow not after', timeOf(device.due.notAfter)],
    ['next step', `${nextStepTitle(device.nextStep)}: ${nextStepSentence(device.nextStep)}`],
  ]);
  return [
    facts,
    section(
      device.bench === 'succeeded' ? 'What blocks another run' : 'What still blocks the start',
      goGate.filter(({ met }) => !met).map((condition) => goGateWords(condition).sentence),
    ),
    ...(asksForDomainController(device) ? [domainControllerSentence()] : []),
    section(
      'Checklists',
      checklists.map(({ title, done, required }) => `${title}: ${done} of ${required} done`),
    ),
    table(
      ['when', 'what', 'source'],
      timeline.map(({ at, sentence, source }) => [timeOf(at), sentence, source]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The phase of the ESP in which the last run failed. */
function failedPhase([last]: Detail['benchRuns']): string | null {
  const phase = last?.phase ?? null;
  return phase && benchPhaseWords[phase];
}

const membershipOf = (membership: Detail['membership'], formatter: Formatter): string | null =>
  membership && `${groupNames(membership.groups)} (read ${formatter.instant(membership.readAt)})`;

/** What Microsoft holds, and what else is wished. */
function withWish(device: DeviceView, field: SentField, formatter: Formatter): string | null {
  const sentence = heldValueSentence(field, device.properties[field], formatter);
  return sentence === null ? device[field] : `${device[field] ?? 'none'} (${sentence})`;
}

function withDetail(word: string, detail: string | null): string {
  return detail === null ? word : `${word} (${detail})`;
}

/** Who or what, and when; null where it has not happened. */
const withTime = (word: string | null, time: string | null): string | null =>
  time === null || word === null ? time : `${word}, ${time}`;

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
