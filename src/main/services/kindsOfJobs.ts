import type { JobHandler } from '../outbox/job.ts';
import { createAssignmentSteps } from './assignment/assignmentService.ts';
import { createIdentifierSteps } from './identifiers/identifiersService.ts';
import type { JobSteering } from './jobs/jobSteering.ts';
import { createRegistrationSteps } from './registration/registrationService.ts';
import { createRegistrationSteering } from './registration/registrationSteering.ts';
import { createRemovalSteering, intuneRecordSteering } from './removal/removalSteering.ts';
import { createRemovalSteps } from './removal/removalService.ts';
import type { ServiceContext } from './serviceContext.ts';
import { createTrackingSteps } from './tracking/trackingService.ts';

interface KindsOfJobs {
  readonly steps: readonly JobHandler[];
  readonly steerings: readonly JobSteering[];
}

/** How the jobs of every capability are done, and what steering them means for their devices, where it means something. */
export function createKindsOfJobs(context: ServiceContext): KindsOfJobs {
  return {
    steps: [
      ...createRegistrationSteps(context),
      ...createAssignmentSteps(context),
      ...createRemovalSteps(context),
      ...createTrackingSteps(context),
      ...createIdentifierSteps(context),
    ],
    steerings: [createRegistrationSteering(context), createRemovalSteering(context), intuneRecordSteering],
  };
}
