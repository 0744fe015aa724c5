import { preflightLevel, type JudgedFinding, type PreflightLevel } from './preflightFinding.ts';

/** What a check came to at one host: the worst of its ports; null where it was not checked. */
export function hostLevel(host: string, findings: readonly JudgedFinding[]): PreflightLevel | null {
  const levels = new Set(
    findings.flatMap(({ finding, level }) => ('host' in finding && finding.host === host ? [level] : [])),
  );
  return preflightLevel.options.find((level) => levels.has(level)) ?? null;
}
