import { errorCodeIn } from '../../knowledge/errorCodeIn.ts';
import type { Evidence } from '../evidence.ts';
import { jsonMembers } from './jsonText.ts';
import { places } from './places.ts';

/** The three parts of the page, in the order in which they run. */
export type PagePhase = 'devicePreparation' | 'deviceSetup' | 'accountSetup';

export type StepState = 'notStarted' | 'inProgress' | 'succeeded' | 'failed' | 'notRequired' | 'unknown';

/** One line of the page. */
export interface PageStep {
  /** As Windows names it, with its part: `DeviceSetup.AppsSubcategory`. */
  readonly id: string;
  readonly state: StepState;
  /** As the page shows it, in the language of the device. */
  readonly text: string | null;
}

/** One part of the page as the registry of the device had it. */
export interface PagePart {
  readonly phase: PagePhase;
  readonly state: StepState;
  readonly text: string | null;
  readonly steps: readonly PageStep[];
  readonly file: string;
  readonly place: string;
}

const parts: readonly { readonly phase: PagePhase; readonly prefix: string }[] = [
  { phase: 'devicePreparation', prefix: 'DevicePreparation' },
  { phase: 'deviceSetup', prefix: 'DeviceSetup' },
  { phase: 'accountSetup', prefix: 'AccountSetup' },
];

const states = new Set<string>(['notStarted', 'inProgress', 'succeeded', 'failed', 'notRequired']);
const isState = (value: unknown): value is StepState => typeof value === 'string' && states.has(value);
const stateOf = (value: unknown): StepState => (isState(value) ? value : 'unknown');
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const OF_PART = new Set(['categoryState', 'categorySucceeded', 'categoryStatusText']);
const LONGEST_TEXT = 300;

/** How far the status page was, part by part; a part that the registry does not have is left out. */
export function statusPage({ registry }: Evidence): readonly PagePart[] {
  return parts.flatMap(({ phase, prefix }): readonly PagePart[] => {
    const found = registry.value(places.settings, `${prefix}Category.Status`);
    const members = jsonMembers(found?.text);
    if (found === null || members.size === 0) return [];
    const steps = [...members]
      .filter(([name]) => !OF_PART.has(name))
      .map(([name, value]) => stepOf(name.includes('.') ? name : `${prefix}.${name}`, value));
    const state = stateOf(members.get('categoryState'));
    return [
      {
        phase,
        state: state === 'unknown' && members.get('categorySucceeded') === false ? 'failed' : state,
        text: textOf(members.get('categoryStatusText')),
        steps,
        file: found.file,
        place: found.place,
      },
    ];
  });
}

/** An older form has the text alone; that a step failed is then told by its code. */
function stepOf(id: string, value: unknown): PageStep {
  if (typeof value === 'string') {
    return {
      id,
      state: errorCodeIn(value) === null ? 'unknown' : 'failed',
      text: textOf(value.slice(0, LONGEST_TEXT)),
    };
  }
  const members: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  const text = textOf(members['subcategoryStatusText']);
  return { id, state: stateOf(members['subcategoryState']), text: text?.slice(0, LONGEST_TEXT) ?? null };
}

/** The step in which the page stood still; null where none failed. */
export function failedStep(
  page: readonly PagePart[],
): { readonly part: PagePart; readonly step: PageStep | null } | null {
  for (const part of page) {
    const step = part.steps.find(({ state }) => state === 'failed');
    if (step !== undefined) return { part, step };
    if (part.state === 'failed') return { part, step: null };
  }
  return null;
}

/** The words of the screen, in English, by the last part of the id. */
const stepWords = new Map<string, string>([
  ['TpmAttestationSubcategory', 'Securing your hardware'],
  ['AadjSubcategory', 'Joining your organization’s network'],
  ['MdmEnrollmentSubcategory', 'Registering your device for mobile management'],
  ['EspProviderInstallationSubcategory', 'Preparing your device for mobile management'],
  ['SecurityPoliciesSubcategory', 'Security policies'],
  ['CertificatesSubcategory', 'Certificates'],
  ['NetworkConnectionsSubcategory', 'Network connections'],
  ['NetworkProfilesSubcategory', 'Network connections'],
  ['AppsSubcategory', 'Apps'],
  ['RebootCoalescingSubcategory', 'Restart'],
  ['WaitingForAadRegistrationSubcategory', 'Joining your organization’s network'],
  ['PrepareMultifactorAuthSubcategory', 'Sign-in options'],
]);

const phaseWords: Readonly<Record<PagePhase, string>> = {
  devicePreparation: 'Device preparation',
  deviceSetup: 'Device setup',
  accountSetup: 'Account setup',
};

/** `Device setup › Apps`; a step without known words keeps its own name. */
export function screenWords(phase: PagePhase, stepId: string | null): string {
  if (stepId === null) return phaseWords[phase];
  const last = stepId.slice(stepId.lastIndexOf('.') + 1);
  return `${phaseWords[phase]} › ${stepWords.get(last) ?? last}`;
}
