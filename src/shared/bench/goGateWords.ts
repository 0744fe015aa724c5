import { OTHER_SERIAL_REMEDY, otherSerialWords } from '../devices/otherSerial.ts';
import { problemText, type ProblemWords } from '../devices/problemWords.ts';
import { profileProblemWords } from '../devices/profileProblemWords.ts';
import { neutralFormatter } from '../format/neutralFormatter.ts';
import { findBenchError } from './benchErrors.ts';
import type { GoGateCode, GoGateCondition, GoGateProblem } from './goGateCondition.ts';

/** The short name of every condition of the go gate. */
export const goGateTitles: Readonly<Record<GoGateCode, string>> = {
  'registration.registered': 'Registered',
  'registration.serialNumber': 'Registered serial number',
  'registration.fitsBoard': 'Registered mainboard',
  'profile.assigned': 'Profile assigned',
  'profile.dateAssigned': 'Assignment date',
  'profile.expected': 'Expected profile',
  'profile.allowsPreProvisioning': 'Pre-provisioning allowed',
  'registration.none': 'Not registered',
  'profile.selfDeploying': 'Self-deploying profile',
  'profile.forUser': 'Profile for a user',
  'join.entra': 'Microsoft Entra join',
  'assignment.noUser': 'No assigned user',
  'hardware.physical': 'Physical device',
  'hardware.tpm2': 'TPM 2.0',
  'remediation.none': 'No hardware change pending',
  'enrollment.allowed': 'Enrollment allowed',
  'device.reset': 'Reset after a repair',
  'bench.failure': 'Last failure mended',
};

/** Who expects a profile, where it is the rule of a group tag. */
const byRule = ({ ruleTag }: { readonly ruleTag: string | null }): string =>
  ruleTag === null ? '' : `, by the rule for group tag ${ruleTag}`;

/** What was found of a condition, and what to do about it where it is not met. */
export function goGateWords(
  condition: GoGateCondition,
): ProblemWords | { readonly sentence: string; readonly remedy: null } {
  return condition.met ? { sentence: foundSentence(condition), remedy: null } : goGateProblemWords(condition);
}

function foundSentence(condition: Exclude<GoGateCondition, GoGateProblem>): string {
  switch (condition.finding) {
    case 'registered':
      return 'It is registered with Autopilot.';
    case 'registeredByPage':
      return `It is registered with Autopilot, as the code on its page tells (${scanned(condition.at)}). Compare the organisation on that page: Microsoft was not asked.`;
    case 'sameSerialNumber':
      return 'Microsoft holds it under no other serial number.';
    case 'registeredBoard':
      return 'The registered mainboard is in it.';
    case 'noHardwareChange':
      return 'No hardware change is pending.';
    case 'noHardwareChangeTold':
      return `Microsoft tells of no hardware change${condition.detail === null ? '' : ` (${condition.detail})`}.`;
    case 'profileAssigned':
      return `${condition.profile ?? 'A profile'} is assigned.`;
    case 'profileByPage':
      return `A profile is on it, as its Autopilot page shows (${scanned(condition.at)}).`;
    case 'dateByPage':
      return `A profile that is on the device was assigned before (${scanned(condition.at)}).`;
    case 'dateAssigned':
      return 'The assignment date is there.';
    case 'anyProfile':
      return 'Any assigned profile is accepted.';
    case 'expectedProfile':
      return `${condition.expected} is the expected profile${byRule(condition)}.`;
    case 'expectedOnPage':
      return `${condition.expected} stands on its Autopilot page (${scanned(condition.at)}), as expected.`;
    case 'allowanceNotAsked':
      return `Its Autopilot page was reached (${scanned(condition.at)}); whether the profile allows pre-provisioning could not be asked. If not, the flow ends with 0x80180005 at its beginning.`;
    case 'allowsPreProvisioning':
      return 'The profile allows pre-provisioning.';
    case 'notRegisteredAsWanted':
      return 'It is not registered with Autopilot, as device preparation wants it.';
    case 'selfDeploys':
      return 'The profile is self-deploying.';
    case 'forUser':
      return 'The profile is for a user.';
    case 'entraJoin':
      return 'It joins Microsoft Entra alone.';
    case 'noUser':
      return 'No user is assigned.';
    case 'physicalDevice':
      return 'It is a physical device.';
    case 'noVirtualMachineKnown':
      return 'Nothing shows a virtual machine.';
    case 'tpmConfirmed': {
      const who = condition.by === null ? '' : ` by ${condition.by}`;
      return `TPM 2.0 was confirmed on the device${who}, ${neutralFormatter.instant(condition.at)}.`;
    }
    case 'tpm2':
      return `TPM ${condition.version} is there.`;
    case 'enrollmentAllowed':
      return 'Nothing keeps it from enrolling.';
    case 'enrollmentUnblocked':
      return 'Intune lets it enroll once more.';
    case 'noRepairKnown':
      return 'No repair is known after which it has to be reset.';
    case 'resetSinceRepair':
      return `It was reset after the repair, as somebody saw (${neutralFormatter.instant(condition.at)}).`;
    case 'noFailureStops':
      return 'No failure forbids another start.';
  }
}

/** Why a condition keeps the technician flow from starting, and what to do. */
export function goGateProblemWords(problem: GoGateProblem): ProblemWords {
  switch (problem.finding) {
    case 'notRegistered':
      return {
        sentence: 'It is not registered with Autopilot.',
        remedy: 'Register it, and wait for its profile.',
      };
    case 'beingDeregistered':
      return {
        sentence: 'It is being deregistered.',
        remedy: 'Wait for the end, then register it again.',
      };
    case 'otherSerialNumber':
      return { sentence: otherSerialWords(problem), remedy: OTHER_SERIAL_REMEDY };
    case 'otherBoard':
      return {
        sentence: 'A newer hash shows another mainboard than the one that is registered.',
        remedy: 'Deregister the device, then register it again with the new hash.',
      };
    case 'notResetSinceRepair':
      return {
        sentence:
          'It is registered with its new mainboard, and Windows was in use for the capture: it must not be given back so.',
        remedy: 'Reset the device until it shows its first setup page, and confirm it.',
      };
    case 'hardwareChange':
    case 'profileFailed':
      return profileProblemWords(problem.problem);
    case 'noProfile':
      return {
        sentence: 'No profile is assigned yet.',
        remedy: 'Wait, or check the group tag and the group’s membership in Intune.',
      };
    case 'noDateAssigned':
      return {
        sentence: 'Intune shows no assignment date yet.',
        remedy: 'Wait a few minutes and refresh the device.',
      };
    case 'expectedProfileMissing':
      return {
        sentence: `${problem.expected} is expected${byRule(problem)}, and no profile is assigned.`,
        remedy: 'Wait for the profile, or check the group tag.',
      };
    case 'nameNotCompared':
      return {
        sentence: `Does the device’s Autopilot page show the profile ${problem.expected}? Microsoft could not be asked.`,
        remedy: 'Compare the name on the page, and confirm it.',
      };
    case 'otherProfile':
      return {
        sentence: `${problem.profile} is assigned, but ${problem.expected} is expected${byRule(problem)}.`,
        remedy: 'Correct the group tag and wait for the new profile, or accept the assigned one.',
      };
    case 'allowanceUnknown':
      return {
        sentence: 'Whether the profile allows pre-provisioning is not known yet.',
        remedy: 'Refresh the device.',
      };
    case 'forbidsPreProvisioning':
      return {
        sentence: 'The profile does not allow pre-provisioning; the flow would end with 0x80180005.',
        remedy: 'Turn on “Allow pre-provisioned deployment” in the profile, or assign another profile.',
      };
    case 'registeredThough':
      return {
        sentence: 'It is registered with Autopilot, whose profile comes before device preparation.',
        remedy: 'Deregister it.',
      };
    case 'usageUnknown':
      return { sentence: 'Whether the profile is self-deploying is not known yet.', remedy: 'Refresh the device.' };
    case 'needsUser':
      return {
        sentence: 'The assigned profile waits for a user, and this device is to deploy by itself.',
        remedy: 'Correct the group tag and wait for the self-deploying profile, or choose another scenario.',
      };
    case 'withoutUser':
      return {
        sentence: 'The assigned profile is self-deploying: no user can set the device up with it.',
        remedy: 'Correct the group tag and wait for the other profile, or choose the scenario of this one.',
      };
    case 'hybridJoin':
      return {
        sentence: 'The profile joins Active Directory too, and self-deploying knows Microsoft Entra join alone.',
        remedy: 'Assign a profile with Microsoft Entra join.',
      };
    case 'userIgnored':
      return {
        sentence: 'A user is assigned, and Windows ignores that in self-deploying mode.',
        remedy: 'Unassign the user, so that nobody waits for it.',
      };
    case 'virtualMachine':
      return {
        sentence: 'This is a virtual machine, and pre-provisioning needs a physical device.',
        remedy: 'Use the user-driven flow.',
      };
    case 'oldTpm':
      return {
        sentence: `The hardware hash shows TPM ${problem.version}, and pre-provisioning needs TPM 2.0.`,
        remedy: 'Switch TPM 2.0 on in the firmware and capture the hash again.',
      };
    case 'noTpm':
      return {
        sentence: 'The hardware hash shows no TPM.',
        remedy: 'Switch the TPM on in the firmware and capture the hash again.',
      };
    case 'noHash':
      return {
        sentence: 'Is it a physical device with a TPM 2.0? Without a hardware hash that is not known.',
        remedy: 'Import the hash, or look on the device (firmware set-up, or tpm.msc) and confirm it.',
      };
    case 'enrollmentBlocked':
      return {
        sentence: 'It has enrolled before, and Intune blocks it from enrolling again (0x80180014).',
        remedy:
          problem.act === 'unblock'
            ? 'Unblock it; where its maker does not allow that, delete the Intune record.'
            : 'Delete the Intune record: a device whose hardware change is pending cannot be unblocked.',
      };
    case 'enrolledBefore':
      return {
        sentence:
          'Intune holds its record from an earlier run, and it does not enroll a second time by itself (0x80180014).',
        remedy:
          'Delete the Intune record, then reset the device and start. If its own screen offers Retry, start with that as the reason.',
      };
    case 'inUse':
      return {
        sentence: 'Intune shows that its user works on it.',
        remedy: 'Leave it to its user. If the user has given it back, start with that as the reason.',
      };
    case 'failureStops':
      return failureStopWords(problem.error);
  }
}

const scanned = (at: string): string => `scanned ${neutralFormatter.instant(at)}`;

function failureStopWords(error: string): ProblemWords {
  const known = findBenchError(error);
  const sentence = `The last technician flow ended with ${error}.`;
  const then = 'Once that is done, start with it as the reason.';
  return known === null
    ? { sentence, remedy: then }
    : { sentence: `${sentence} ${known.meaning}`, remedy: `${known.remedy} ${then}` };
}

/** Why a start is refused while a device does not meet these conditions, the first of them in full. */
export function startRefusalWords(title: string, [first, ...others]: readonly [GoGateProblem, ...GoGateProblem[]]) {
  const { sentence, remedy } = goGateProblemWords(first);
  const more =
    others.length === 0
      ? ''
      : ` ${neutralFormatter.count(others.length, 'more condition', 'more conditions')} of the go gate fail.`;
  return {
    message: `${title} may not start: ${sentence}`,
    remedy: `${remedy}${more}`,
    fields: [first, ...others].map((problem) => ({
      field: problem.code,
      message: problemText(goGateProblemWords(problem)),
    })),
  };
}
