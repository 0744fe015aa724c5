import type { SourcePages } from '../knowledge/entry.ts';
import { judgedOf } from './judgedOf.ts';
import { isPattern, type NetworkHost } from './networkHost.ts';
import type { JudgedFinding, PreflightFinding } from './preflightFinding.ts';
import type { Probe, ProbeAnswer } from './probe.ts';
import { byWeight } from './verdicts.ts';

/** From here on a clock is off. Source: Microsoft, “Known issues”, of clocks that are off by minutes. */
const OFF_FROM_SECONDS = 120;
const AUTHENTICATION_REQUIRED = 407;
const NETWORK_AUTHENTICATION_REQUIRED = 511;
/** Authorities of Microsoft that no public list has. */
const MICROSOFT = /\bMicrosoft (Corporation|Root|Update|ECC|RSA|Secure)/;

interface Network {
  readonly hosts: readonly NetworkHost[];
  readonly probes: readonly Probe[];
  /** Settings of this computer that name a proxy. */
  readonly proxyVariables: readonly string[];
}

/** What the checks of a network come to, the heaviest first. */
export function judgeNetwork({ hosts, probes, proxyVariables }: Network, pages: SourcePages): readonly JudgedFinding[] {
  const byId = new Map(hosts.map((host) => [host.id, host]));
  const ofHosts = probes.flatMap((probe) => {
    const host = byId.get(probe.hostId);
    return host === undefined ? [] : [judgeProbe(host, probe, pages)];
  });
  const patterns = hosts.filter(isPattern).map((host) => {
    const finding: PreflightFinding = { code: 'network.pattern', host: host.host, without: host.without };
    return weighed(host, { ...judgedOf(finding, pages), sources: sourcesOf(host, pages) });
  });
  const ofNetwork: readonly PreflightFinding[] = [
    ...judgeClock(probes, byId),
    ...proxyVariables.map((variable) => ({ code: 'network.proxySet' as const, variable })),
  ];
  return byWeight([...ofHosts, ...patterns, ...ofNetwork.map((finding) => judgedOf(finding, pages))]);
}

function judgeProbe(host: NetworkHost, probe: Probe, pages: SourcePages): JudgedFinding {
  const judged = judgedOf(findingOf(host, probe), pages);
  return weighed(host, { ...judged, sources: sourcesOf(host, pages) });
}

/** A failure weighs as its host does, and concerns whom its host concerns. */
function weighed({ grade, scenarios }: NetworkHost, judged: JudgedFinding): JudgedFinding {
  const level = judged.level === 'stops' && grade === 'soft' ? 'look' : judged.level;
  return { ...judged, level, scenarios: scenarios ?? judged.scenarios };
}

/** A lab’s own list may cite pages that Reseal does not have: these are left out. */
const sourcesOf = ({ sources }: NetworkHost, pages: SourcePages): JudgedFinding['sources'] =>
  sources.flatMap((key) => pages[key] ?? []);

function findingOf(entry: NetworkHost, { port, outcome }: Probe): PreflightFinding {
  const where = { host: entry.host, port, without: entry.without };
  switch (outcome.kind) {
    case 'noName':
      return { code: 'network.noName', ...where };
    case 'refused':
      return { code: 'network.refused', ...where };
    case 'timedOut':
      return { code: 'network.timedOut', ...where };
    case 'failed':
      return outcome.during === 'tls'
        ? { code: 'network.tlsFailed', ...where, reason: outcome.reason }
        : { code: 'network.unreachable', ...where, reason: outcome.reason };
    case 'badCertificate': {
      const { fault, issuer, from, until } = outcome;
      if (fault === 'name') return { code: 'network.otherCertificate', ...where, issuer };
      if (fault === 'time') return { code: 'network.notValidNow', ...where, issuer, from, until };
      return MICROSOFT.test(issuer)
        ? { code: 'network.ownAuthority', ...where, issuer }
        : {
            code: 'network.strangeAuthority',
            ...where,
            issuer,
            refusesInspection: entry.refusesInspection === true,
          };
    }
    case 'answered':
      return answeredFinding(entry, where, outcome.answer);
  }
}

function answeredFinding(
  { expects }: NetworkHost,
  where: { readonly host: string; readonly port: number; readonly without: string },
  answer: ProbeAnswer | null,
): PreflightFinding {
  const status = answer?.status ?? null;
  if (status === AUTHENTICATION_REQUIRED || status === NETWORK_AUTHENTICATION_REQUIRED) {
    return { code: 'network.proxyAnswers', ...where, via: answer?.proxy ?? `HTTP ${status}` };
  }
  const isOther = expects !== undefined && !(answer?.body ?? '').includes(expects);
  return isOther ? { code: 'network.otherAnswer', ...where } : { code: 'network.reached', ...where };
}

/** The time of most hosts is taken as right; one that differs from the others is told by itself. */
function judgeClock(probes: readonly Probe[], byId: ReadonlyMap<string, NetworkHost>): readonly PreflightFinding[] {
  const skews = probes.flatMap(({ hostId, port, at, outcome }) => {
    const time = outcome.kind === 'answered' ? (outcome.answer?.time ?? null) : null;
    return time === null ? [] : [{ hostId, port, seconds: Math.round((time.getTime() - at.getTime()) / 1_000) }];
  });
  const sorted = skews.map(({ seconds }) => seconds).toSorted((one, other) => one - other);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  if (median === undefined) return [{ code: 'network.clockNotKnown' }];
  const others = skews.filter(({ seconds }) => Math.abs(seconds - median) >= OFF_FROM_SECONDS);
  const isOff = Math.abs(median) >= OFF_FROM_SECONDS;
  const hosts = skews.length - others.length;
  return [
    { code: isOff ? 'network.clockOff' : 'network.clockRight', seconds: median, hosts },
    ...others.map(({ hostId, port, seconds }) => ({
      code: 'network.otherClock' as const,
      host: byId.get(hostId)?.host ?? hostId,
      port,
      seconds: seconds - median,
    })),
  ];
}
