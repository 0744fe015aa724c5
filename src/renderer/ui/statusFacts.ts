import type { DeviceView } from '../../shared/devices/deviceView.ts';
import type { ReportedError } from '../../shared/devices/device.ts';
import { blankDevice } from '../../shared/devices/blankDevice.ts';
import { scenarios } from '../../shared/scenarios/scenarios.ts';
import { scenarioText } from '../text/scenarios.ts';
import type { StatusName } from '../../shared/devices/status.ts';
import {
  benchWords,
  enrollmentWords,
  profileWords,
  registrationWords,
  resealWords,
} from '../../shared/devices/statusWords.ts';
import { remediationWords, statusText } from '../text/status.ts';
import type { Shape } from './StatusShape.tsx';

/** One of the five statuses as it is shown: a shape, a word, when, and what else is worth a line. */
export interface StatusFacts {
  readonly shape: Shape;
  readonly word: string;
  readonly at: string | null;
  /** As Microsoft or the technician said it. */
  readonly detail: string | null;
  /** When a run began that has not ended: the word is then shown with a stopwatch. */
  readonly runningSince: string | null;
}

/** The order in which a device meets its statuses. */
export const statusOrder: readonly StatusName[] = ['registration', 'profile', 'bench', 'enrollment', 'reseal'];

const plain = { at: null, detail: null, runningSince: null };

/** The five statuses of a device. */
export function statusFactsOf(device: DeviceView): Readonly<Record<StatusName, StatusFacts>> {
  const facts = factsOf(device);
  const lacks = scenarios[device.scenario.name].lacks.filter((name) => !hasHappened(device, name));
  return { ...facts, ...Object.fromEntries(lacks.map((name) => [name, notPartOfScenario])) };
}

const notPartOfScenario: StatusFacts = {
  ...plain,
  shape: 'gone',
  word: scenarioText.notNeeded,
  detail: scenarioText.notPartOf,
};

/** A status that a scenario lacks is shown all the same where something is known of it. */
function hasHappened(device: DeviceView, name: StatusName): boolean {
  return device[name] !== blankDevice[name];
}

function factsOf(device: DeviceView): Readonly<Record<StatusName, StatusFacts>> {
  return {
    registration: {
      ...plain,
      shape: registrationShapes[device.registration],
      word: registrationWords[device.registration],
      at: device.registrationAt,
      detail: device.registration === 'failed' ? errorDetail(device.registrationError) : null,
    },
    profile: profileFacts(device),
    bench: {
      ...plain,
      shape: benchShapes[device.bench],
      word: benchWords[device.bench],
      at: device.bench === 'running' ? device.benchStartedAt : device.benchEndedAt,
      detail: device.bench === 'failed' ? errorDetail(device.benchError) : null,
      runningSince: device.bench === 'running' ? device.benchStartedAt : null,
    },
    enrollment: {
      ...plain,
      shape: enrollmentShapes[device.enrollment],
      word: enrollmentWords[device.enrollment],
      at: device.enrollmentAt,
      detail: device.enrollmentDetail,
    },
    reseal: {
      ...plain,
      shape: resealShapes[device.reseal],
      word: resealWords[device.reseal],
      at: resealAt(device),
    },
  };
}

function profileFacts(device: DeviceView): StatusFacts {
  const detail = [device.profileName, device.profileDetail].filter((part) => part !== null).join(' · ');
  const isMarked = device.remediation === 'fixPending' || device.remediation === 'attentionRequired';
  return {
    ...plain,
    shape: isMarked ? 'warning' : profileShapes[device.profile],
    word: isMarked ? remediationWords[device.remediation] : profileWords[device.profile],
    at: isMarked ? device.remediationAt : device.profile === 'assigned' ? device.profileAssignedAt : device.profileAt,
    detail: detail === '' ? null : detail,
  };
}

function resealAt(device: DeviceView): string | null {
  switch (device.reseal) {
    case 'notResealed':
    case 'expired':
      return null;
    case 'resealed':
      return device.resealedAt;
    case 'shipped':
      return device.shippedAt;
    case 'userFlowDone':
      return device.userFlowDoneAt;
  }
}

function errorDetail(error: ReportedError | null): string | null {
  if (error === null) return null;
  if (error.name === null) return error.code === null ? error.message : statusText.code(String(error.code));
  return error.code === null ? error.name : `${error.code} · ${error.name}`;
}

const registrationShapes = {
  none: 'open',
  queued: 'waiting',
  submitted: 'waiting',
  pending: 'running',
  registered: 'done',
  failed: 'failed',
  removing: 'running',
  removed: 'gone',
} as const satisfies Record<DeviceView['registration'], Shape>;

const profileShapes = {
  unknown: 'open',
  notAssigned: 'waiting',
  pending: 'running',
  assigned: 'done',
  failed: 'failed',
} as const satisfies Record<DeviceView['profile'], Shape>;

const enrollmentShapes = {
  unknown: 'open',
  notEnrolled: 'open',
  enrolled: 'done',
  blocked: 'warning',
  failed: 'failed',
} as const satisfies Record<DeviceView['enrollment'], Shape>;

const benchShapes = {
  notStarted: 'open',
  running: 'running',
  succeeded: 'done',
  failed: 'failed',
} as const satisfies Record<DeviceView['bench'], Shape>;

const resealShapes = {
  notResealed: 'open',
  resealed: 'done',
  shipped: 'done',
  userFlowDone: 'done',
  expired: 'warning',
} as const satisfies Record<DeviceView['reseal'], Shape>;
