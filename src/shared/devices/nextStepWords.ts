import { benchRefusalWords } from '../bench/benchRefusalWords.ts';
import { goGateProblemWords } from '../bench/goGateWords.ts';
import { USER_FLOW_NOT_BEFORE_MINUTES, USER_FLOW_OVER } from '../bench/userFlowWindow.ts';
import { minutesWords } from '../words/minutes.ts';
import type { NextStep, NextStepCode } from './nextStep.ts';
import { OTHER_SERIAL_REMEDY, otherSerialWords } from './otherSerial.ts';
import { problemText } from './problemWords.ts';
import { profileProblemWords } from './profileProblemWords.ts';
import { NORMAL_MINUTES } from './wait.ts';

const titles: Readonly<Record<NextStepCode, string>> = {
  register: 'Register',
  sendToPartner: 'Send by the Partner Center file',
  waitForPartner: 'Wait for the partner',
  waitForRegistration: 'Wait for registration',
  fixRegistration: 'Fix registration',
  waitForProfile: 'Wait for profile',
  fixProfile: 'Fix profile',
  clearGate: 'Clear what blocks the start',
  startBench: 'Start technician flow',
  finishBench: 'Record the result',
  retryBench: 'Retry technician flow',
  updateFirmware: 'Update the firmware',
  updateWindows: 'Update Windows',
  deregister: 'Deregister, then register again',
  unblock: 'Unblock',
  askAdministrator: 'Ask the administrator',
  reseal: 'Reseal',
  ship: 'Ship',
  waitForUserFlow: 'Wait for user flow',
  redoTechnicianFlow: 'Redo technician flow',
  waitForRemoval: 'Wait for the removal',
  finishRemoval: 'Finish the removal',
  done: 'Done',
};

/** What has no technician flow starts something else. */
const startTitles: Readonly<Partial<Record<NextStep['reason'], string>>> = {
  selfDeploys: 'Start deployment',
  taskSequence: 'Start task sequence',
};

/** The short name of a step, as lists and scans show it; of its code alone, as filters do. */
export function nextStepTitle({ code, reason }: Pick<NextStep, 'code'> & Partial<Pick<NextStep, 'reason'>>): string {
  return (reason === undefined ? undefined : startTitles[reason]) ?? titles[code];
}

/** What to do, and why where that is not plain; one sentence or two. */
export function nextStepSentence(step: NextStep): string {
  switch (step.reason) {
    case 'notRegistered':
      return 'Register the device with Windows Autopilot.';
    case 'hashMissing':
      return 'Import the device’s hardware hash, then register it.';
    case 'partnerCenterOnly':
      return 'Without a hardware hash only a partner can register it: write the file for Partner Center and send it to the partner. Or import the hash, then register it here.';
    case 'inPartnerFile': {
      const file = step.file === null ? 'the file for Partner Center' : step.file;
      return `It is in ${file}. When the partner has registered it, a refresh finds it. Or import the hash, then register it here.`;
    }
    case 'boardReplaced':
      return 'Register the device again: its mainboard was replaced.';
    case 'registrationNotSent':
      return 'The registration waits to be sent to Microsoft. If it stays here, Activity says why.';
    case 'registrationSent':
      return 'Microsoft is registering the device. This usually takes a few minutes.';
    case 'oldBoardRegistered':
      return 'The mainboard was replaced, and the registration fits the old one. Deregister the device, then register it again with the new hash.';
    case 'otherSerialRegistered':
      return `${otherSerialWords(step)} ${OTHER_SERIAL_REMEDY}`;
    case 'registrationRefused':
      return step.error?.message ?? 'Microsoft refused the registration. Open the device to see why.';
    case 'profileNotAssigned':
      return `Intune assigns the profile when the device’s group is evaluated. Minutes are normal; after ${minutesWords(NORMAL_MINUTES.profile)} check the group tag.`;
    case 'fixPending':
      return problemText(profileProblemWords({ code: step.reason }));
    case 'profileProblem':
      return problemText(profileProblemWords(step.problem));
    case 'gateClosed':
      return problemText(goGateProblemWords(step.problem));
    case 'gateOpen':
      return 'Connect the network cable, start the device, press the Windows key five times, and start the technician flow.';
    case 'technicianFlowRuns':
      return 'Wait for the result screen, then scan its QR code or record what it shows.';
    case 'technicianFlowFailed':
    case 'failureStops':
      return (
        step.error?.message ??
        'Export the logs, mend what the failure screen names, then start the technician flow again.'
      );
    case 'technicianFlowSucceeded':
      return 'Press Reseal on the device, wait until it is off, then record it here.';
    case 'resealed':
      return 'Leave the device off, pack it, and record it as shipped.';
    case 'shipped':
      return userFlowSentence(step.window);
    case 'expired':
      return benchRefusalWords.expired;
    case 'beingDeregistered':
      return `Microsoft is removing the registration. This can take up to ${minutesWords(NORMAL_MINUTES.removal)}; Activity says how far it is.`;
    case 'computerAccountLeft': {
      const account = step.name === '' ? 'its computer account' : `the computer account ${step.name}`;
      return `Have ${account} deleted in Active Directory, or it is synchronised to Entra again. Then record it here.`;
    }
    case 'intuneRecordLeft':
      return 'Windows Autopilot does not list the device any more, but Intune may still hold its record. Look with Deregister.';
    case 'deregistered':
      return 'The device is deregistered. Nothing is left to do.';
    case 'mustNotBeRegistered':
      return 'It is to be set up by device preparation, and a registration with Windows Autopilot would come before that. Deregister it.';
    case 'selfDeploys':
      return 'Connect the network cable and start the device: it deploys by itself, up to the sign-on screen of Windows.';
    case 'selfDeploymentRuns':
      return 'Wait for the sign-on screen of Windows, then record that it was seen, or what the device shows instead.';
    case 'taskSequence':
      return 'Run the task sequence that installs Windows with the profile in its JSON file, then record how it ended.';
    case 'taskSequenceDone':
      return 'Windows is installed with its profile. Ship the device: its user sets it up.';
    case 'readyForUser':
      return 'Nothing is left to do at the bench. Ship the device: its user sets it up at the first start.';
    case 'readyForPreparation':
      return 'Nothing is left to do at the bench. Ship the device: it is prepared when its user signs in.';
    case 'shippedToUser':
      return 'The user signs in at the first start. The device is done when Intune shows it as enrolled.';
    case 'overUnasked':
      return `${USER_FLOW_OVER}, and Intune has not been asked since whether the device is in use. Refresh it, with an account that may read Intune’s devices, before anything else.`;
    case 'enrolledByUser':
      return 'Intune shows the device as enrolled. Nothing is left to do.';
    case 'seenInUse':
      return 'Intune shows the device in use since it was resealed. Nothing is left to do.';
    case 'inUse':
      return 'Intune shows that its user works on the device. Leave it to its user: nothing is left to do at the bench.';
    case 'selfDeployed':
      return 'The device has deployed itself. Place it or ship it; nothing else is left to do. It has no primary user, and needs none.';
    case 'userFlowDone':
      return 'The user has finished the set-up. Nothing is left to do.';
  }
}

function userFlowSentence(window: Extract<NextStep, { reason: 'shipped' }>['window']): string {
  switch (window) {
    case 'tooEarly':
      return `The user should wait until ${minutesWords(USER_FLOW_NOT_BEFORE_MINUTES)} after the technician flow before starting the device. ${RECORD_USER_FLOW}`;
    case 'open':
      return `The user signs in at the first start. ${RECORD_USER_FLOW}`;
    case 'closing':
      return `Less than a month is left: ask the user to start the device now. ${RECORD_USER_FLOW}`;
  }
}

const RECORD_USER_FLOW = 'Record it when the user flow is done.';
