import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import type { JudgedFinding } from '../../../src/shared/preflight/preflightFinding.ts';
import { ask } from '../../rigs/askBackend.ts';
import { startLoopbackHosts, type Behaviour } from '../../rigs/loopbackHosts.ts';
import { readPdf } from '../../rigs/readPdf.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one();
});

async function labWith(behaviours: readonly Behaviour[], proxyVariables: readonly string[] = []) {
  const hosts = await startLoopbackHosts(behaviours);
  const folder = temporaryFolder();
  const hostList = join(folder.path, 'hosts.json');
  writeFileSync(hostList, JSON.stringify(hosts.list));
  const backend: Backend = createBackend(testPorts(folder.path, { network: { hostList, proxyVariables } }));
  undo.push(folder.remove, hosts.close, backend.close);
  return { backend, portOf: hosts.portOf };
}

/** The findings at a port. */
const at = (findings: readonly JudgedFinding[], port: number) =>
  findings.filter(({ finding }) => 'port' in finding && finding.port === port);

describe('the check of a network', () => {
  test.each<[Behaviour, string]>([
    ['answers', 'network.reached'],
    ['refuses', 'network.refused'],
    ['saysNothing', 'network.timedOut'],
    ['hasOtherName', 'network.otherCertificate'],
    ['isLookedInto', 'network.strangeAuthority'],
    ['isExpired', 'network.notValidNow'],
    ['wantsSignIn', 'network.proxyAnswers'],
    ['isCaptive', 'network.otherAnswer'],
    ['tellsTime', 'network.reached'],
  ])(
    'a host that %s: %s',
    async (behaviour, code) => {
      const { backend, portOf } = await labWith([behaviour]);
      const { findings } = await ask(backend, 'preflight.checkNetwork', {});
      expect(at(findings, portOf(behaviour)).map(({ finding }) => finding.code)).toEqual([code]);
      const [judged] = at(findings, portOf(behaviour));
      expect(judged?.level).toBe(code === 'network.reached' ? 'good' : 'stops');
    },
    20_000,
  );

  test('a name that is none weighs as its host does', async () => {
    const { backend } = await labWith(['hasNoName']);
    const { findings } = await ask(backend, 'preflight.checkNetwork', {});
    expect(findings).toContainEqual(
      expect.objectContaining({
        finding: { code: 'network.noName', host: 'no-such-host.invalid', port: 443, without: 'The setup stops.' },
        level: 'look',
      }),
    );
  });

  test('a pattern is not contacted, and said to be not known', async () => {
    const { backend } = await labWith(['isPattern', 'answers']);
    const { contacted, findings } = await ask(backend, 'preflight.checkNetwork', {});
    expect(contacted).toBe(1);
    expect(findings.find(({ finding }) => finding.code === 'network.pattern')?.level).toBe('notKnown');
  });

  test('a time that is an hour off is told: of the clock where it is the only one, of the host where others disagree', async () => {
    const alone = await labWith(['isAnHourOff']);
    const [clock] = (await ask(alone.backend, 'preflight.checkNetwork', {})).findings.filter(
      ({ finding }) => finding.code === 'network.clockOff',
    );
    expect(clock?.finding).toMatchObject({ hosts: 1 });
    const among = await labWith(['answers', 'tellsTime', 'isAnHourOff']);
    const codes = (await ask(among.backend, 'preflight.checkNetwork', {})).findings.map(({ finding }) => finding.code);
    expect(codes).toContain('network.clockRight');
    expect(codes).toContain('network.otherClock');
  });

  test('a proxy of this computer is told, and not used', async () => {
    const { backend } = await labWith(['answers'], ['HTTPS_PROXY']);
    const { findings } = await ask(backend, 'preflight.checkNetwork', {});
    expect(findings).toContainEqual(
      expect.objectContaining({ finding: { code: 'network.proxySet', variable: 'HTTPS_PROXY' }, level: 'note' }),
    );
  });

  test('the sheet has every host, and what was found since', async () => {
    const { backend } = await labWith(['answers', 'refuses', 'isPattern']);
    const sheet = async (paper: 'a4' | 'letter') => {
      const { base64 } = await ask(backend, 'preflight.networkPaper', { paper });
      return readPdf(Buffer.from(base64, 'base64'));
    };
    expect(await sheet('a4')).toMatchObject({ pages: 1, sizes: [[595.28, 841.89]] });
    await ask(backend, 'preflight.checkNetwork', {});
    const checked = await sheet('letter');
    expect(checked).toMatchObject({ pages: 1, sizes: [[612, 792]] });
  });

  test('a list that cannot be used is refused with its file and its mistake', async () => {
    const folder = temporaryFolder();
    const hostList = join(folder.path, 'hosts.json');
    writeFileSync(hostList, JSON.stringify({ hosts: [{ id: 'a' }] }));
    const backend = createBackend(testPorts(folder.path, { network: { hostList, proxyVariables: [] } }));
    undo.push(folder.remove, backend.close);
    const outcome = await backend.dispatch('preflight.hosts', {});
    if (outcome.ok) throw new Error('A list without hosts was taken.');
    expect(outcome.error.code).toBe('unreadable');
    expect(outcome.error.message).toContain('hosts.0.host');
  });
});

describe('the list that ships', () => {
  test('contacts nothing when it is only looked at, and is less for one scenario and maker', async () => {
    const folder = temporaryFolder();
    const backend = createBackend(testPorts(folder.path));
    undo.push(folder.remove, backend.close);
    const all = await ask(backend, 'preflight.hosts', {});
    const some = await ask(backend, 'preflight.hosts', { scenario: 'userDriven' });
    const intel = await ask(backend, 'preflight.hosts', { scenario: 'preProvisioned', tpm: 'Intel' });
    expect(all.hosts.map(({ host }) => host)).toContain('ftpm.amd.com');
    expect(some.hosts.map(({ host }) => host)).not.toContain('*.microsoftaik.azure.net');
    expect(intel.hosts.filter(({ tpmMaker }) => tpmMaker !== undefined).map(({ host }) => host)).toEqual([
      'ekop.intel.com',
    ]);
    expect(new Set(all.hosts.map(({ id }) => id)).size).toBe(all.hosts.length);
  });
});
