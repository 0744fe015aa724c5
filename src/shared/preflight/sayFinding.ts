import { affectedWords } from '../knowledge/knowledgeWords.ts';
import { chosenScenario, type ChosenScenario } from '../scenarios/scenarioName.ts';
import { wordsOf, type Catalogue } from '../words/catalogue.ts';
import { networkFound, networkWithout } from './sayNetwork.ts';
import { tenantFound, tenantWithout } from './sayTenant.ts';
import type { PreflightFinding, PreflightLevel, PreflightVerdict } from './preflightFinding.ts';

const AGAIN = 'Capture the hash again in full Windows';
const EDITIONS = 'Pro, Pro Education, Pro for Workstations, Enterprise, Education or Enterprise LTSC';

/** What was found. */
const found: Catalogue<PreflightFinding> = {
  'device.noHash': () => 'Reseal has no hardware hash of this device, so nothing of it can be told.',
  'device.hashDamaged': () => 'The hardware hash is damaged or cut off.',
  'device.virtualMachine': () => 'It is a virtual machine.',
  'device.smallVirtualMachine': ({ threads, memoryGib }) =>
    `The virtual machine is small: processors ${threads ?? 'not told'}, memory ${memoryGib === null ? 'not told' : `${memoryGib} GB`}. Give it at least 2 processors and 4 GB.`,
  'device.noTpm': () => 'It has no TPM, or the TPM is turned off in the firmware.',
  'device.tpmNotTold': () => 'Whether it has a TPM 2.0 is not known: the hash does not tell.',
  'device.oldTpm': ({ version }) => `Its TPM has version ${version}; 2.0 is needed.`,
  'device.tpmMakerNotKnown': ({ vendor }) =>
    vendor === null
      ? 'Who made the TPM is not known: the hash does not tell.'
      : `Who made the TPM is not known: its id is “${vendor}”.`,
  'device.firmwareTpm': ({ maker, host }) =>
    `The TPM is firmware of ${maker}: at its first use it fetches its certificate from ${host}.`,
  'device.discreteTpm': ({ maker }) => `The TPM is a chip of ${maker}, which has its certificate in it.`,
  'device.infineonTimeout': ({ firmware }) =>
    `The TPM is Infineon’s with firmware ${firmware}. On an SLB9672 this firmware is known to fail.`,
  'device.infineonWeakKeys': ({ firmware }) =>
    `The TPM is Infineon’s with firmware ${firmware}, which can make weak keys (CVE-2017-15361).`,
  'device.amdFirmware': ({ firmware }) =>
    `The TPM is firmware of AMD${firmware === null ? '' : `, version ${firmware}`}. Older versions are known to fail; which ones, the notes of the device’s maker tell.`,
  'device.tigerLake': ({ build }) =>
    `The processor is an Intel of the 11th generation, as Tiger Lake is, and the hash was captured on build ${build} of Windows. It needs Windows 10 21H2 with KB5007253 (19044.1387) or later.`,
  'device.windows11Attestation': ({ build }) =>
    `The hash was captured on build ${build} of Windows. Windows 11 21H2 needs KB5013943 (22000.675) or later.`,
  'device.tooOldForPreparation': ({ build }) =>
    `The hash was captured on build ${build} of Windows. Device preparation needs Windows 11 24H2, or 22H2 or 23H2 with KB5035942 (revision 3374) or later.`,
  'device.windows10': ({ build }) =>
    `The hash was captured on Windows 10 (build ${build}). Whether Microsoft still supports that version depends on its edition and the day.`,
  'device.buildNotKnown': () => 'Which version of Windows is installed is not known: the hash does not tell.',
  'device.editionNotKnown': () =>
    `Which edition of Windows is installed is not known: a hash never tells. It must be ${EDITIONS}.`,
  'device.capturedInWinPe': () =>
    `The hash was captured in WinPE, where parts without a driver are missing. ${AGAIN} before you decide by what is missing.`,
  'device.noDisk': () => `The hash names no disk. ${AGAIN}, or look for a missing driver or part.`,
  'device.noNetworkCard': () => `The hash names no network card. ${AGAIN}, or look for a missing driver or part.`,
  'device.onlyWireless': () =>
    'It has no wired network card: region, language and keyboard must be chosen before it can connect.',
  'device.prefill': ({ maker }) => `It is made by ${maker}, whose devices show the name of the assigned user.`,
  'device.noPrefill': ({ maker }) =>
    `It is made by ${maker}, which is not among the makers whose devices show the name of the assigned user (Dell, Dynabook, HP, Lenovo, Microsoft Surface).`,
  'device.makerNotKnown': () => 'Who made it is not known: the hash does not tell.',
  ...networkFound,
  ...tenantFound,
};

const NO_ATTESTATION = 'Pre-provisioning and self-deploying stop at “Securing your hardware”';

/** What fails without it. */
const without: Catalogue<PreflightFinding> = {
  'device.noHash': () => 'It may fail at the bench for a reason that the hash would have shown.',
  'device.hashDamaged': () => 'Intune refuses the registration.',
  'device.virtualMachine': () => `${NO_ATTESTATION}: a virtual TPM cannot be attested. A user can still deploy it.`,
  'device.smallVirtualMachine': () => 'The setup stops at “Preparing your device for mobile management”.',
  'device.noTpm': () => `${NO_ATTESTATION} (0x800705b4).`,
  'device.tpmNotTold': () => `Without a TPM 2.0, pre-provisioning and self-deploying fail (0x800705b4).`,
  'device.oldTpm': () => `${NO_ATTESTATION} (0x800705b4).`,
  'device.tpmMakerNotKnown': () => 'The network may block the host that its certificate is fetched from.',
  'device.firmwareTpm': () =>
    `${NO_ATTESTATION} where the network blocks that host. Check it with “reseal preflight network”.`,
  'device.discreteTpm': () => 'Nothing: no host of the maker has to be reached.',
  'device.infineonTimeout': () =>
    'Attestation ends with “Something happened, and TPM attestation timed out”. The maker of the device has an update.',
  'device.infineonWeakKeys': () =>
    'Attestation is refused for a TPM with known vulnerabilities (0x81039024). Update its firmware from the maker of the device.',
  'device.amdFirmware': () => 'Attestation fails with 0x80070490 until the firmware is updated.',
  'device.tigerLake': () => 'Attestation fails. Install the update, or a newer Windows, before the technician flow.',
  'device.windows11Attestation': () =>
    'Attestation may fail with 0x81039023. Install the update, or a newer Windows, before the technician flow.',
  'device.tooOldForPreparation': () => 'Device preparation does not begin; the device shows the usual first setup.',
  'device.windows10': () => 'Windows Autopilot does not support versions after the end of their support.',
  'device.buildNotKnown': () => 'A version that is too old fails without saying so. Look at it with “winver”.',
  'device.editionNotKnown': () =>
    'Home and other editions cannot join the directory of an organisation. Look at it with “winver”.',
  'device.capturedInWinPe': () => 'Autopilot may not recognise the device by an incomplete hash.',
  'device.noDisk': () => 'Autopilot may not recognise the device, since the disk is part of what it is known by.',
  'device.noNetworkCard': () =>
    'The setup cannot reach the internet, and Autopilot may not recognise the device by an incomplete hash.',
  'device.onlyWireless': () =>
    'Pre-provisioning takes a few more steps at the start; an adapter with a cable avoids them.',
  'device.prefill': () => 'Nothing: an assigned user has only the password to type.',
  'device.noPrefill': () => 'The user types the full sign-in name; all else works.',
  'device.makerNotKnown': () => 'The user may have to type the full sign-in name.',
  ...networkWithout,
  ...tenantWithout,
};

/** A finding in one or two sentences. */
export const sayFound = (finding: PreflightFinding): string => wordsOf(found, finding.code, finding);
/** What fails because of it. */
export const sayWithout = (finding: PreflightFinding): string => wordsOf(without, finding.code, finding);

export const levelWords: Readonly<Record<PreflightLevel, string>> = {
  stops: 'Will fail',
  look: 'Look first',
  notKnown: 'Not known',
  note: 'To know',
  good: 'In order',
};

export const verdictWords: Readonly<Record<PreflightVerdict, string>> = {
  stops: 'will fail',
  look: 'look first',
  open: 'nothing against it is known',
};

/** Whom a finding concerns. */
export const concernedWords = (scenarios: readonly ChosenScenario[]): string =>
  scenarios.length === chosenScenario.options.length
    ? affectedWords.any
    : scenarios.map((scenario) => affectedWords[scenario]).join(', ');
