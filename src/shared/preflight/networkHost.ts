import { z } from 'zod';
import { sentence } from '../knowledge/entry.ts';
import { chosenScenario, type ChosenScenario } from '../scenarios/scenarioName.ts';

/** What is asked of a host: a TLS handshake, a plain HTTP answer, or the time; with the port, `tls:443`. */
const hostCheck = z.string().regex(/^(tls|http|ntp):\d{1,5}$/);

/** Whose TPMs of firmware fetch their certificates; `chip` needs none of these hosts. */
export const tpmMaker = z.enum(['Intel', 'AMD', 'Qualcomm', 'chip']);
export type TpmMakerChoice = z.infer<typeof tpmMaker>;

/**
 * A host that a deployment contacts. Its grade: without a `hard` one nothing goes on, without a `soft` one something is missing,
 * and one for a `scenario` matters to its scenarios alone.
 */
export const networkHost = z
  .object({
    /** Stable: people and files may refer to it. */
    id: z.string().regex(/^[a-z0-9]+(\.[a-z0-9]+)*$/),
    /** A name, or a pattern such as `*.manage.microsoft.com`, which nobody can contact. */
    host: z.string().min(1),
    checks: z.array(hostCheck).min(1),
    purpose: sentence,
    grade: z.enum(['hard', 'soft', 'scenario']),
    /** What fails without it. */
    without: sentence,
    scenarios: z.array(chosenScenario).min(1).optional(),
    tpmMaker: tpmMaker.exclude(['chip']).optional(),
    /** Whether Microsoft says that nobody may look into its TLS. */
    refusesInspection: z.literal(true).optional(),
    /** What to ask for by HTTP, and what the answer must be. */
    path: z.string().startsWith('/').optional(),
    expects: z.string().min(1).optional(),
    /** Keys of the cited pages. */
    sources: z.array(z.string()).default([]),
    /** The day on which somebody last compared it with its sources. */
    reviewed: z.iso.date(),
  })
  .strict();
export type NetworkHost = z.infer<typeof networkHost>;

/** A lab's own list of hosts, in place of the one that ships: the format of the file that `RESEAL_PREFLIGHT_HOSTS` names. */
export const ownHostList = z
  .object({
    hosts: z.array(networkHost).min(1),
    /** Authorities that are right in this network besides the public ones, as PEM. */
    authorities: z.array(z.string()).default([]),
  })
  .strict();
export type OwnHostList = z.infer<typeof ownHostList>;

export const isPattern = ({ host }: Pick<NetworkHost, 'host'>): boolean => host.includes('*');

/** What to check: left out, for all scenarios and all makers. */
export const networkChoice = z.object({ scenario: chosenScenario.optional(), tpm: tpmMaker.optional() });
export type NetworkChoice = z.infer<typeof networkChoice>;

/** The hosts of a list that a choice needs. */
export function hostsFor(hosts: readonly NetworkHost[], { scenario, tpm }: NetworkChoice): readonly NetworkHost[] {
  const isOf = (scenarios: readonly ChosenScenario[] | undefined): boolean =>
    scenarios === undefined || scenario === undefined || scenarios.includes(scenario);
  return hosts.filter(
    (host) => isOf(host.scenarios) && (host.tpmMaker === undefined || tpm === undefined || host.tpmMaker === tpm),
  );
}
