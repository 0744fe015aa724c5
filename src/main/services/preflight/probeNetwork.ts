import { isPattern, type NetworkHost } from '../../../shared/preflight/networkHost.ts';
import type { Probe } from '../../../shared/preflight/probe.ts';
import { probeHost, type ProbeSettings } from './probeHost.ts';

/** So many at once neither fill a small line nor look like an attack. */
const AT_ONCE = 12;

/** Checks every port of every host that has a whole name, a few at once, in the order of the list. */
export async function probeNetwork(hosts: readonly NetworkHost[], settings: ProbeSettings): Promise<readonly Probe[]> {
  const checks = hosts
    .filter((host) => !isPattern(host))
    .flatMap((host) => host.checks.map((check) => ({ host, check })));
  const probes = new Map<number, Probe>();
  const left = checks.entries();
  async function work(): Promise<void> {
    for (const [index, { host, check }] of left) probes.set(index, await probeHost(host, check, settings));
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return checks.flatMap((_, index) => probes.get(index) ?? []);
}
