import type { Actor } from '../knowledge/entry.ts';
import { chosenScenario, type ChosenScenario } from '../scenarios/scenarioName.ts';
import type { PreflightCode, PreflightLevel } from './preflightFinding.ts';

/** What is always so of a finding. */
export interface Ruling {
  readonly level: PreflightLevel;
  /** Whom it concerns. */
  readonly scenarios: readonly ChosenScenario[];
  /** Who can mend it. */
  readonly who: readonly Actor[];
  /** Keys of the pages that say so: of `resources/preflight/pages.json`, else of the knowledge. */
  readonly pages: readonly string[];
}

const ALL = chosenScenario.options;
/** Their TPM has to prove what it is. */
const ATTESTED: readonly ChosenScenario[] = ['preProvisioned', 'selfDeploying'];
/** They need a registration, which a hash is for. */
const REGISTERED: readonly ChosenScenario[] = ['preProvisioned', 'userDriven', 'selfDeploying'];
const WITH_USER: readonly ChosenScenario[] = ['preProvisioned', 'userDriven'];

const ruled = (
  level: PreflightLevel,
  scenarios: readonly ChosenScenario[],
  who: readonly Actor[],
  ...pages: readonly string[]
): Ruling => ({ level, scenarios, who, pages });

/** Every finding with its weight. */
export const rulings: Readonly<Record<PreflightCode, Ruling>> = {
  'device.noHash': ruled('notKnown', ALL, ['technician'], 'add-devices'),
  'device.hashDamaged': ruled('stops', REGISTERED, ['technician'], 'faq'),
  'device.virtualMachine': ruled('stops', ATTESTED, ['technician'], 'known-issues', 'scenarios'),
  'device.smallVirtualMachine': ruled('look', ['userDriven'], ['technician'], 'known-issues'),
  'device.noTpm': ruled('stops', ATTESTED, ['technician', 'maker'], 'pre-provision', 'self-deploying'),
  'device.tpmNotTold': ruled('notKnown', ATTESTED, ['technician'], 'pre-provision', 'self-deploying'),
  'device.oldTpm': ruled('stops', ATTESTED, ['technician', 'maker'], 'pre-provision', 'known-issues'),
  'device.tpmMakerNotKnown': ruled('notKnown', ATTESTED, ['technician'], 'tpm-vendors', 'networking-requirements'),
  'device.firmwareTpm': ruled('note', ATTESTED, ['networkOwner'], 'networking-requirements', 'tpm-vendors'),
  'device.discreteTpm': ruled('good', ATTESTED, [], 'networking-requirements', 'tpm-vendors'),
  'device.infineonTimeout': ruled('look', ATTESTED, ['maker'], 'known-issues'),
  'device.infineonWeakKeys': ruled('look', ATTESTED, ['technician', 'maker'], 'known-issues', 'infineon-weak-keys'),
  'device.amdFirmware': ruled('notKnown', ATTESTED, ['technician', 'maker'], 'known-issues'),
  'device.tigerLake': ruled('look', ATTESTED, ['technician'], 'known-issues', 'kb5007253'),
  'device.windows11Attestation': ruled('look', ATTESTED, ['technician'], 'known-issues', 'kb5013943'),
  'device.tooOldForPreparation': ruled('stops', ['devicePreparation'], ['technician'], 'dp-requirements', 'kb5035942'),
  'device.windows10': ruled('notKnown', ALL, ['technician'], 'requirements-software'),
  'device.buildNotKnown': ruled('notKnown', ALL, ['technician'], 'requirements-software', 'dp-requirements'),
  'device.editionNotKnown': ruled(
    'notKnown',
    ALL,
    ['technician'],
    'requirements-software',
    'dp-requirements',
    'pre-provision',
  ),
  'device.capturedInWinPe': ruled('look', REGISTERED, ['technician'], 'add-devices'),
  'device.noDisk': ruled('look', REGISTERED, ['technician', 'maker'], 'faq'),
  'device.noNetworkCard': ruled('look', ALL, ['technician', 'maker'], 'faq'),
  'device.onlyWireless': ruled('note', ['preProvisioned'], ['technician'], 'pre-provision'),
  'device.prefill': ruled('good', WITH_USER, [], 'faq'),
  'device.noPrefill': ruled('note', WITH_USER, ['technician'], 'faq'),
  'device.makerNotKnown': ruled('notKnown', WITH_USER, ['technician'], 'faq'),
  // What fails at a host weighs as the host does: see `judgeNetwork`.
  'network.reached': ruled('good', ALL, [], 'networking-requirements'),
  'network.noName': ruled('stops', ALL, ['networkOwner'], 'networking-requirements'),
  'network.refused': ruled('stops', ALL, ['networkOwner'], 'networking-requirements'),
  'network.timedOut': ruled('stops', ALL, ['networkOwner'], 'networking-requirements'),
  'network.unreachable': ruled('stops', ALL, ['networkOwner'], 'networking-requirements'),
  'network.otherCertificate': ruled('stops', ALL, ['networkOwner'], 'networking-requirements'),
  'network.strangeAuthority': ruled('stops', ALL, ['networkOwner'], 'intune-endpoints'),
  'network.ownAuthority': ruled('notKnown', ALL, ['technician'], 'networking-requirements'),
  'network.notValidNow': ruled('stops', ALL, ['networkOwner', 'technician'], 'known-issues'),
  'network.tlsFailed': ruled('stops', ALL, ['networkOwner'], 'networking-requirements'),
  'network.otherAnswer': ruled('stops', ALL, ['networkOwner'], 'networking-requirements', 'ncsi'),
  'network.proxyAnswers': ruled('stops', ALL, ['networkOwner'], 'networking-requirements'),
  'network.pattern': ruled('notKnown', ALL, ['networkOwner'], 'networking-requirements'),
  'network.clockOff': ruled('look', ALL, ['technician', 'networkOwner'], 'known-issues'),
  'network.clockRight': ruled('good', ALL, [], 'known-issues'),
  'network.clockNotKnown': ruled('notKnown', ALL, ['technician'], 'known-issues'),
  'network.otherClock': ruled('look', ALL, ['networkOwner'], 'known-issues'),
  'tenant.otherCloud': ruled('stops', REGISTERED, ['microsoft'], 'faq'),
  'tenant.profilesNotRead': ruled('notKnown', REGISTERED, ['technician'], 'profiles'),
  'tenant.profileMissing': ruled('stops', REGISTERED, ['tenantAdministrator'], 'profiles'),
  'tenant.profileThere': ruled('good', REGISTERED, [], 'profiles'),
  'tenant.profileLook': ruled('look', REGISTERED, ['tenantAdministrator'], 'profiles'),
  'tenant.pagesNotRead': ruled('notKnown', REGISTERED, ['technician'], 'ud-esp'),
  'tenant.pageMissing': ruled('stops', ['preProvisioned'], ['tenantAdministrator'], 'pre-provision'),
  'tenant.pageThere': ruled('good', REGISTERED, [], 'ud-esp'),
  'tenant.pageLook': ruled('look', REGISTERED, ['tenantAdministrator'], 'ud-esp', 'known-issues'),
  'tenant.policiesNotRead': ruled('notKnown', ['devicePreparation'], ['technician'], 'dp-policy'),
  'tenant.policyMissing': ruled('stops', ['devicePreparation'], ['tenantAdministrator'], 'dp-policy'),
  'tenant.policyThere': ruled('good', ['devicePreparation'], [], 'dp-policy'),
  'tenant.policyLook': ruled('look', ['devicePreparation'], ['tenantAdministrator'], 'dp-policy', 'dp-device-group'),
  // Each question has its own weight: see `judgeTenant`.
  'tenant.asked': ruled('notKnown', ALL, ['tenantAdministrator'], 'requirements-configuration'),
  'network.proxySet': ruled('note', ALL, ['networkOwner'], 'networking-requirements'),
};
