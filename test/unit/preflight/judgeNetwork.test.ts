import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citedPages } from '../../../src/shared/preflight/citedPages.ts';
import { hostLevel } from '../../../src/shared/preflight/hostResult.ts';
import { judgeNetwork } from '../../../src/shared/preflight/judgeNetwork.ts';
import { hostsFor, isPattern, type NetworkHost } from '../../../src/shared/preflight/networkHost.ts';
import type { Probe, ProbeOutcome } from '../../../src/shared/preflight/probe.ts';
import { sayFound, sayWithout } from '../../../src/shared/preflight/sayFinding.ts';
import { shippedHosts } from '../../../src/shared/preflight/shippedHosts.ts';
import { shippedQuestions } from '../../../src/shared/preflight/shippedQuestions.ts';

const AT = new Date('2026-12-03T08:00:00Z');

const hostOf = (change: Partial<NetworkHost> = {}): NetworkHost => ({
  id: 'a',
  host: 'a.example',
  checks: ['tls:443'],
  purpose: 'A service.',
  grade: 'hard',
  without: 'The setup stops.',
  sources: ['intune-endpoints'],
  reviewed: '2026-12-03',
  ...change,
});

const answered = (time: Date | null): ProbeOutcome => ({
  kind: 'answered',
  certificate: 'right',
  answer: { status: 200, time, proxy: null, body: '' },
});

function judge(host: NetworkHost, outcome: ProbeOutcome) {
  const probes: Probe[] = [{ hostId: host.id, port: 443, at: AT, outcome }];
  return judgeNetwork({ hosts: [host], probes, proxyVariables: [] }, citedPages);
}

const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

describe('what came of a host', () => {
  test.each<[string, NetworkHost, string]>([
    ['that nothing goes on without', hostOf(), 'stops'],
    ['that only a part needs', hostOf({ grade: 'soft' }), 'look'],
    ['that one scenario needs', hostOf({ grade: 'scenario', scenarios: ['preProvisioned'] }), 'stops'],
  ])('%s weighs so when it is refused', (_, host, level) => {
    const found = judge(host, { kind: 'refused' }).find(({ finding }) => finding.code === 'network.refused');
    expect(found).toMatchObject({ level, sources: [{ title: 'Network endpoints for Microsoft Intune' }] });
    expect(found?.scenarios.length).toBe(host.scenarios?.length ?? 5);
  });

  test.each<[string, string, string]>([
    ['an inspector', 'Contoso Web Gateway, Contoso', 'network.strangeAuthority'],
    ['Microsoft itself', 'Microsoft Update Secure Server CA 2.1, Microsoft Corporation', 'network.ownAuthority'],
  ])('a certificate of %s', (_, issuer, code) => {
    const outcome: ProbeOutcome = { kind: 'badCertificate', fault: 'authority', issuer, from: '', until: '' };
    expect(judge(hostOf(), outcome).map(({ finding }) => finding.code)).toContain(code);
  });

  test.each<[number, string]>([
    [0, 'network.clockRight'],
    [1.9, 'network.clockRight'],
    [2, 'network.clockOff'],
    [-61, 'network.clockOff'],
  ])('a time %d minutes later', (minutes, code) => {
    expect(judge(hostOf(), answered(later(minutes))).map(({ finding }) => finding.code)).toContain(code);
  });

  test('a host that tells no time leaves the clock not known', () => {
    expect(judge(hostOf(), answered(null)).map(({ finding }) => finding.code)).toContain('network.clockNotKnown');
  });

  test('two hosts of one name are told apart by their ports', () => {
    const other = hostOf({ id: 'b', checks: ['tls:8443'] });
    const findings = judge(hostOf(), { kind: 'refused' });
    expect(hostLevel(hostOf(), findings)).toBe('stops');
    expect(hostLevel(other, findings)).toBeNull();
  });
});

describe('the data that ships', () => {
  test('every host and every question has an id of its own and cites pages that are there', () => {
    const all = [...shippedHosts, ...shippedQuestions];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, sources } of all) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const key of sources) expect(citedPages[key], `${id} cites ${key}`).toBeDefined();
    }
  });

  test('a host for a scenario names its scenarios, and none else does', () => {
    for (const { id, grade, scenarios } of shippedHosts) expect(scenarios !== undefined, id).toBe(grade === 'scenario');
  });

  test('a choice only ever takes hosts away, and a chip needs no certificate from a maker', () => {
    const scenario = fc.constantFrom('preProvisioned', 'userDriven', 'selfDeploying', 'devicePreparation' as const);
    const tpm = fc.constantFrom('Intel', 'AMD', 'Qualcomm', 'chip' as const);
    fc.assert(
      fc.property(scenario, tpm, (chosen, maker) => {
        const hosts = hostsFor(shippedHosts, { scenario: chosen, tpm: maker });
        expect(hosts.every((host) => shippedHosts.includes(host))).toBe(true);
        expect(hosts.every(({ tpmMaker }) => tpmMaker === undefined || tpmMaker === maker)).toBe(true);
      }),
    );
  });

  test('no finding of any outcome leaves a sentence unfinished', () => {
    const outcomes: readonly ProbeOutcome[] = [
      { kind: 'noName' },
      { kind: 'refused' },
      { kind: 'timedOut' },
      { kind: 'failed', during: 'tls', reason: 'ECONNRESET' },
      { kind: 'failed', during: 'connection', reason: 'ENETUNREACH' },
      { kind: 'badCertificate', fault: 'name', issuer: 'Lab', from: 'a', until: 'b' },
      { kind: 'badCertificate', fault: 'authority', issuer: 'Lab', from: 'a', until: 'b' },
      { kind: 'badCertificate', fault: 'time', issuer: 'Lab', from: 'a', until: 'b' },
      answered(later(60)),
    ];
    for (const host of shippedHosts) {
      for (const outcome of outcomes) {
        for (const { finding } of judge(host, outcome)) {
          for (const sentence of [sayFound(finding), sayWithout(finding)]) {
            expect(sentence).toMatch(/[.?]$/);
            expect(sentence).not.toMatch(/undefined|null|NaN/);
          }
        }
      }
    }
    expect(shippedHosts.filter(isPattern).length).toBeGreaterThan(5);
  });
});
