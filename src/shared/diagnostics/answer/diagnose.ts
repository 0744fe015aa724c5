import type { Knowledge } from '../../knowledge/entry.ts';
import type { DiagnosticFile } from '../diagnosticFile.ts';
import type { Evidence } from '../evidence.ts';
import { agentStory, type AgentStory } from './agentStory.ts';
import { appsAnswer, failedApp, type AppAnswer, type AppsAnswer } from './appsAnswer.ts';
import { attestationAnswer, type AttestationAnswer } from './attestationAnswer.ts';
import { causesOf, type KnownCause } from './causes.ts';
import { damageOf, notCollected, type NotCollected } from './collection.ts';
import { deviceAnswer, type DeviceAnswer } from './deviceAnswer.ts';
import { domainJoinAnswer, type DomainJoinAnswer } from './domainJoinAnswer.ts';
import { enrollmentAnswer, type EnrollmentAnswer } from './enrollmentAnswer.ts';
import { failureAnswer, type FailureAnswer } from './failureAnswer.ts';
import { profileAnswer, type ProfileAnswer } from './profileAnswer.ts';
import { statusPage, type PagePart } from './statusPage.ts';
import { clockAnswer, networkAnswer, type ClockAnswer, type NetworkAnswer } from './surroundings.ts';
import { technicianFlow, type TechnicianFlow } from './technicianFlow.ts';
import { tenantStop, type TenantStop } from './tenantStop.ts';
import { timeline, type Moment } from './timeline.ts';
import { places } from './places.ts';

/** The answer to an archive: what failed on which device, why, and what nothing tells. */
export interface Diagnosis {
  /** Where it is set, nothing of the rest is to be acted on. */
  readonly stop: TenantStop | null;
  /** Device preparation is another product, which this answer tells little of. */
  readonly product: 'autopilot' | 'devicePreparation';
  readonly device: DeviceAnswer;
  readonly failure: FailureAnswer | null;
  readonly causes: readonly KnownCause[];
  readonly page: readonly PagePart[];
  readonly apps: AppsAnswer;
  readonly failedApp: AppAnswer | null;
  readonly profile: ProfileAnswer;
  readonly technicianFlow: TechnicianFlow;
  readonly attestation: AttestationAnswer;
  readonly enrollment: EnrollmentAnswer;
  readonly domainJoin: DomainJoinAnswer;
  readonly timeline: readonly Moment[];
  readonly agentStory: AgentStory;
  readonly clock: ClockAnswer;
  readonly network: NetworkAnswer;
  /** What the collector was asked for; empty where nothing tells. */
  readonly areas: readonly string[];
  readonly notCollected: readonly NotCollected[];
  /** What of the files could not be read, in sentences. */
  readonly damage: readonly string[];
}

/** Puts together what the files of one device tell. Nothing is guessed: what nothing tells is null. */
export function diagnose(files: readonly DiagnosticFile[], evidence: Evidence, knowledge: Knowledge): Diagnosis {
  const page = statusPage(evidence);
  const apps = appsAnswer(evidence);
  const profile = profileAnswer(evidence);
  const attestation = attestationAnswer(evidence, page);
  const enrollment = enrollmentAnswer(evidence);
  const failure = failureAnswer(evidence, page, apps);
  const stop = tenantStop(evidence, profile, enrollment);
  return {
    stop,
    product:
      evidence.registry.value(places.settings, 'AutopilotDevicePrepHint') === null ? 'autopilot' : 'devicePreparation',
    device: deviceAnswer(evidence),
    failure,
    causes: stop === null ? causesOf(knowledge, { failure, apps, profile, attestation }) : [],
    page,
    apps,
    failedApp: failedApp(apps),
    profile,
    technicianFlow: technicianFlow(evidence),
    attestation,
    enrollment,
    domainJoin: domainJoinAnswer(evidence),
    timeline: timeline(evidence, knowledge),
    agentStory: agentStory(evidence),
    clock: clockAnswer(evidence),
    network: networkAnswer(evidence),
    areas: [...new Set(evidence.footprints.flatMap(({ value }) => value.areas))],
    notCollected: notCollected(files, evidence),
    damage: damageOf(files, evidence),
  };
}
