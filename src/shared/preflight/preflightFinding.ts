import { z } from 'zod';
import { espFinding } from '../esp/espFinding.ts';
import { actor } from '../knowledge/entry.ts';
import { oneOf } from '../oneOf.ts';
import { preparationFinding } from '../preparation/preparationFinding.ts';
import { profileFinding } from '../profiles/profileFinding.ts';
import { chosenScenario } from '../scenarios/scenarioName.ts';
import { tenantAnswer } from './tenantQuestion.ts';
import { coded } from '../words/catalogue.ts';

const text = z.string();
const whole = z.number().int();

/** What can be found of a device before it is deployed. Ids are stable: people and files may refer to them. */
const ofDevice = () =>
  [
    coded('device.noHash'),
    coded('device.hashDamaged'),
    coded('device.virtualMachine'),
    coded('device.smallVirtualMachine', { threads: whole.nullable(), memoryGib: whole.nullable() }),
    coded('device.noTpm'),
    coded('device.tpmNotTold'),
    coded('device.oldTpm', { version: text }),
    coded('device.tpmMakerNotKnown', { vendor: text.nullable() }),
    coded('device.firmwareTpm', { maker: text, host: text }),
    coded('device.discreteTpm', { maker: text }),
    coded('device.infineonTimeout', { firmware: text }),
    coded('device.infineonWeakKeys', { firmware: text }),
    coded('device.amdFirmware', { firmware: text.nullable() }),
    coded('device.tigerLake', { build: text }),
    coded('device.windows11Attestation', { build: text }),
    coded('device.tooOldForPreparation', { build: text }),
    coded('device.windows10', { build: text }),
    coded('device.buildNotKnown'),
    coded('device.editionNotKnown'),
    coded('device.capturedInWinPe'),
    coded('device.noDisk'),
    coded('device.noNetworkCard'),
    coded('device.onlyWireless'),
    coded('device.prefill', { maker: text }),
    coded('device.noPrefill', { maker: text }),
    coded('device.makerNotKnown'),
  ] as const;

/** A host with its port, and what fails without it, which its list tells. */
const atHost = { host: text, port: z.number().int(), without: text };
const issuer = { issuer: text };

/** What can be found of a network. `reason` is what the system calls it, as it came. */
const ofNetwork = () =>
  [
    coded('network.reached', atHost),
    coded('network.noName', atHost),
    coded('network.refused', atHost),
    coded('network.timedOut', atHost),
    coded('network.unreachable', { ...atHost, reason: text }),
    coded('network.otherCertificate', { ...atHost, ...issuer }),
    coded('network.strangeAuthority', { ...atHost, ...issuer, refusesInspection: z.boolean() }),
    coded('network.ownAuthority', { ...atHost, ...issuer }),
    coded('network.notValidNow', { ...atHost, ...issuer, from: text, until: text }),
    coded('network.tlsFailed', { ...atHost, reason: text }),
    coded('network.otherAnswer', atHost),
    coded('network.proxyAnswers', { ...atHost, via: text }),
    coded('network.pattern', { host: text, without: text }),
    coded('network.clockOff', { seconds: whole, hosts: whole }),
    coded('network.clockRight', { seconds: whole, hosts: whole }),
    coded('network.clockNotKnown'),
    coded('network.otherClock', { host: text, port: z.number().int(), seconds: whole }),
    coded('network.proxySet', { variable: text }),
  ] as const;

const names = z.array(text);
const profiled = chosenScenario.extract(['preProvisioned', 'userDriven', 'selfDeploying']);

/** What can be found of a tenant. `of` is what another part of Reseal found in it. */
const ofTenant = () =>
  [
    coded('tenant.otherCloud'),
    coded('tenant.profilesNotRead'),
    coded('tenant.profileMissing', { scenario: profiled }),
    coded('tenant.profileThere', { scenario: profiled, names }),
    coded('tenant.profileLook', { profile: text, of: profileFinding }),
    coded('tenant.pagesNotRead'),
    coded('tenant.pageMissing'),
    coded('tenant.pageThere', { names }),
    coded('tenant.pageLook', { page: text, of: espFinding }),
    coded('tenant.policiesNotRead'),
    coded('tenant.policyMissing'),
    coded('tenant.policyThere', { names, clear: whole }),
    coded('tenant.policyLook', { policy: text, of: preparationFinding }),
    coded('tenant.asked', { question: text, asks: text, without: text, answer: tenantAnswer }),
  ] as const;

export const preflightFinding = oneOf('code', () => [...ofDevice(), ...ofNetwork(), ...ofTenant()]);
export type PreflightFinding = z.infer<typeof preflightFinding>;
export type PreflightCode = PreflightFinding['code'];

/**
 * How much a finding weighs: `stops` will fail, `look` may fail, `notKnown` could not be told and is never taken as good,
 * `note` is to be known, `good` was looked at and is in order.
 */
export const preflightLevel = z.enum(['stops', 'look', 'notKnown', 'note', 'good']);
export type PreflightLevel = z.infer<typeof preflightLevel>;

/** A finding with its weight, whom it concerns, who can mend it, and where that is from. */
export const judgedFinding = z.object({
  finding: preflightFinding,
  level: preflightLevel,
  scenarios: z.array(chosenScenario),
  who: z.array(actor),
  sources: z.array(z.object({ title: text, address: z.url() })),
});
export type JudgedFinding = z.infer<typeof judgedFinding>;

/** `open`: nothing speaks against it, and what is not known is left to ask. */
export const preflightVerdict = z.enum(['stops', 'look', 'open']);
export type PreflightVerdict = z.infer<typeof preflightVerdict>;

export const scenarioVerdict = z.object({ scenario: chosenScenario, verdict: preflightVerdict });
export type ScenarioVerdict = z.infer<typeof scenarioVerdict>;
