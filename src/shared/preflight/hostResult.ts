import type { NetworkHost } from './networkHost.ts';
import { preflightLevel, type JudgedFinding, type PreflightLevel } from './preflightFinding.ts';

/** What a check came to at one host of a list: the worst of its ports; null where it was not checked. */
export function hostLevel({ host, checks }: NetworkHost, findings: readonly JudgedFinding[]): PreflightLevel | null {
  // A lab's own list may have several hosts of one name.
  const ports = new Set(checks.map((check) => Number(check.split(':')[1])));
  const levels = new Set(
    findings.flatMap(({ finding, level }) =>
      'port' in finding && finding.host === host && ports.has(finding.port) ? [level] : [],
    ),
  );
  return preflightLevel.options.find((level) => levels.has(level)) ?? null;
}
