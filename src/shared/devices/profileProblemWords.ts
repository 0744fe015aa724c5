import type { ProblemWords } from './problemWords.ts';
import type { ProfileProblem } from './profileProblem.ts';

/** What keeps the profile away, and the remedy that Microsoft documents for it. */
export function profileProblemWords(problem: ProfileProblem): ProblemWords {
  switch (problem.code) {
    case 'fixPending':
      return {
        sentence: 'Intune saw a hardware change and is registering it (Fix pending).',
        remedy:
          'Wait for the device’s next check-in; if it stays so for a day, deregister the device and register it again.',
      };
    case 'fixOverdue':
      return {
        sentence: 'Intune has been registering changed hardware for more than a day (Fix pending).',
        remedy: 'Deregister the device and register it again.',
      };
    case 'attentionRequired':
      return {
        sentence:
          'Intune could not register changed hardware (Attention required), and assigns no profile until it is.',
        remedy: 'Deregister the device, reset it, and register it again.',
      };
    case 'hardwareRequirementsNotMet':
      return {
        sentence: 'The device does not meet what the profile asks of its hardware (hardwareRequirementsNotMet).',
        remedy: 'Switch on TPM 2.0 in the firmware, which self-deploying profiles need, or assign another profile.',
      };
    case 'virtualMachine':
      return {
        sentence:
          'This is a virtual machine, and no virtual machine can run a self-deploying profile, whatever TPM it has (hardwareRequirementsNotMet).',
        remedy: 'Assign a user-driven profile, or take a physical device.',
      };
    case 'otherKindOfDevice':
      return {
        sentence: `The profile is for another kind of device (${problem.detail}).`,
        remedy: 'Assign a profile that is made for this kind: Windows PC, HoloLens or Surface Hub.',
      };
    case 'assignmentFailed':
      return {
        sentence: `The profile could not be assigned${problem.detail === null ? '' : ` (${problem.detail})`}.`,
        remedy: 'Check the profile and the device’s group in Intune.',
      };
  }
}
