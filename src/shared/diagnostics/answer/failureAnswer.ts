import { errorCodeIn } from '../../knowledge/errorCodeIn.ts';
import type { Evidence, SourcedEvent } from '../evidence.ts';
import { failedApp, type AppAnswer, type AppsAnswer } from './appsAnswer.ts';
import { codeOfEvent, eventsOf, newestOf, pageEvents, type PageEvent } from './eventQuery.ts';
import { momentOf, type Fact } from './fact.ts';
import { codeOf } from './jsonText.ts';
import { places } from './places.ts';
import { failedStep, screenWords, type PagePart, type PagePhase } from './statusPage.ts';

/** Where the deployment stopped. Null is what nothing tells. */
export interface FailureAnswer {
  readonly phase: PagePhase;
  /** As Windows names it: `DeviceSetup.AppsSubcategory`; null where only the part is known. */
  readonly step: string | null;
  /** As the screen has it, in English. */
  readonly screen: string;
  /** As the screen of this device had it, in its language. */
  readonly text: string | null;
  /** Lower case with 0x. */
  readonly code: string | null;
  /** UTC. */
  readonly at: Fact<string> | null;
  readonly file: string;
  readonly place: string;
}

const FAILED = '_SubcategoryProcessing_Failed';

/** The first step that failed by the registry; without it, by the log of the setup; without that, by the log of Autopilot. */
export function failureAnswer(evidence: Evidence, page: readonly PagePart[], apps: AppsAnswer): FailureAnswer | null {
  const notes = pageEvents(evidence);
  const found = failedStep(page);
  if (found !== null) {
    const { part, step } = found;
    const note = noteOf(notes, step?.id ?? null);
    return {
      phase: part.phase,
      step: step?.id ?? null,
      screen: screenWords(part.phase, step?.id ?? null),
      text: step?.text ?? part.text,
      code:
        errorCodeIn(step?.text ?? part.text ?? '') ?? note?.code ?? codeBehind(evidence, step?.id ?? '', notes, apps),
      at: whenFailed(evidence, step?.id ?? '', note, apps),
      file: part.file,
      place: part.place,
    };
  }
  return byNotes(evidence, notes, apps) ?? byEvents(evidence) ?? byApp(apps);
}

/** The newest note of the setup that a step failed. */
function noteOf(notes: readonly PageEvent[], step: string | null): PageEvent | null {
  return (
    notes.findLast(({ name, message }) => name.includes(FAILED) && (step === null || message.includes(step))) ?? null
  );
}

function byNotes(evidence: Evidence, notes: readonly PageEvent[], apps: AppsAnswer): FailureAnswer | null {
  const note = noteOf(notes, null);
  const step = /\b((?:DevicePreparation|DeviceSetup|AccountSetup)\.\w+)/.exec(note?.message ?? '')?.[1];
  if (note === null || step === undefined) return null;
  const phase = phaseOf(step);
  return {
    phase,
    step,
    screen: screenWords(phase, step),
    text: null,
    code: note.code ?? codeBehind(evidence, step, notes, apps),
    at: momentOf(note.event),
    file: note.event.file,
    place: `event ${note.event.id}`,
  };
}

const phaseOf = (step: string): PagePhase =>
  step.startsWith('DevicePreparation')
    ? 'devicePreparation'
    : step.startsWith('DeviceSetup')
      ? 'deviceSetup'
      : 'accountSetup';

/** Without the page: the attestation, then the enrollment. */
function byEvents(evidence: Evidence): FailureAnswer | null {
  const attestation = newestOf(evidence, 'autopilot', ...ATTESTATION);
  const confirmed = newestOf(evidence, 'autopilot', 169);
  if (attestation !== null && (confirmed?.at ?? '') < (attestation.at ?? '')) {
    return ofEvent(attestation, 'DevicePreparation.TpmAttestationSubcategory');
  }
  const enrollment = newestOf(evidence, 'autopilot', ...ENROLLMENT);
  const enrolled = newestOf(evidence, 'autopilot', 303);
  return enrollment === null || (enrolled?.at ?? '') > (enrollment.at ?? '')
    ? null
    : ofEvent(enrollment, 'DevicePreparation.MdmEnrollmentSubcategory');
}

const ATTESTATION = [171, 156, 189];
const ENROLLMENT = [180, 300, 301, 302];

function ofEvent(event: SourcedEvent, step: string): FailureAnswer {
  return {
    phase: 'devicePreparation',
    step,
    screen: screenWords('devicePreparation', step),
    text: null,
    code: codeOfEvent(event),
    at: momentOf(event),
    file: event.file,
    place: `event ${event.id}`,
  };
}

/** An app that failed while nothing of the page was collected. */
function byApp(apps: AppsAnswer): FailureAnswer | null {
  const app = failedApp(apps);
  if (app === null) return null;
  const step = 'DeviceSetup.AppsSubcategory';
  return {
    phase: 'deviceSetup',
    step,
    screen: screenWords('deviceSetup', step),
    text: null,
    code: app.code,
    at: momentOfApp(app),
    file: app.file,
    place: app.place,
  };
}

/** Where the page shows no code, what failed behind it has one. */
function codeBehind(evidence: Evidence, step: string, notes: readonly PageEvent[], apps: AppsAnswer): string | null {
  const ofApp = step.endsWith('AppsSubcategory') ? failedApp(apps) : null;
  const provider = step.endsWith('EspProviderInstallationSubcategory') ? providerCode(evidence) : null;
  const behind = eventBehind(evidence, step);
  const ended = notes.findLast(({ name, code }) => code !== null && /_WhiteGlove_Failed|_Failure/.test(name));
  return ofApp?.code ?? provider ?? (behind === null ? null : codeOfEvent(behind)) ?? ended?.code ?? null;
}

/** Why what installs the apps could not be installed itself. */
function providerCode({ registry }: Evidence): string | null {
  const failed = registry
    .below(places.preparationProviders)
    .find((key) => key.value('InstallationState')?.number === PROVIDER_FAILED);
  return codeOf(failed?.value('LastError')?.number ?? null);
}
const PROVIDER_FAILED = 4;

function whenFailed(evidence: Evidence, step: string, note: PageEvent | null, apps: AppsAnswer): Fact<string> | null {
  if (note !== null) return momentOf(note.event);
  const event = eventBehind(evidence, step);
  if (event !== null) return momentOf(event);
  const app = step.endsWith('AppsSubcategory') ? failedApp(apps) : null;
  return app === null ? null : momentOfApp(app);
}

/** The event that a failed step leaves in the log of what did it. */
function eventBehind(evidence: Evidence, step: string): SourcedEvent | null {
  if (step.endsWith('TpmAttestationSubcategory')) return newestOf(evidence, 'autopilot', ...ATTESTATION);
  if (step.endsWith('AadjSubcategory')) {
    return eventsOf(evidence, 'deviceRegistration', 204, 304, 305, 201, 202, 203).at(-1) ?? null;
  }
  if (!step.endsWith('MdmEnrollmentSubcategory')) return null;
  return newestOf(evidence, 'autopilot', ...ENROLLMENT) ?? newestOf(evidence, 'mdm', 71, 76);
}

const momentOfApp = ({ since, file, place }: AppAnswer): Fact<string> | null =>
  since === null ? null : { value: since, file, place };
