import type { DeviceCheck } from '../../shared/api/contract/preflight.ts';
import { actorsWords } from '../../shared/knowledge/knowledgeWords.ts';
import type { JudgedFinding } from '../../shared/preflight/preflightFinding.ts';
import { concernedWords } from '../../shared/preflight/sayFinding.ts';
import { formatter } from './formatter.ts';

export const preflightText = {
  act: 'Preflight of the device',
  otherwise: 'preflight check TPM firmware Windows edition build virtual machine network card prefill',
  title: (serialNumber: string) => `Preflight of ${serialNumber}`,
  byHash: ({ capturedAt }: DeviceCheck) =>
    capturedAt === null
      ? 'Nothing was captured on it yet.'
      : `By its hash of ${formatter.longInstant(capturedAt)}. What no hash tells is not known, and never taken as good.`,
  verdicts: 'What that means for each scenario',
  verdict: 'Outcome',
  scenario: 'Scenario',
  findings: 'Findings',
  concerns: ({ scenarios, who }: JudgedFinding) =>
    `Concerns: ${concernedWords(scenarios)}.${who.length === 0 ? '' : ` Who can mend it: ${actorsWords(who)}.`}`,
  tenant: 'Preflight',
  tenantOtherwise:
    'preflight check tenant enrollment scope join permission restriction licence conditional access consent connector',
  tenantTitle: (name: string) => `Preflight of ${name}`,
  tenantSentence:
    'What can be read is read when you say so; the rest is asked below. Answers are gone when this is closed.',
  tenantRead: 'Profiles, status pages and policies were read.',
  notAllRead: 'Not all could be read.',
  join: 'How devices join',
  bothJoins: 'Both ways',
  whatWasRead: 'What was read',
  questions: 'Questions to somebody who knows the tenant',
  questionsSentence: 'A yes is good. What is not known is not taken as good.',
  afterNo: (without: string, who: string) => `Where it is not so: ${without} Who can mend it: ${who}.`,
  network: 'Preflight of the network',
  networkOtherwise:
    'preflight check network hosts firewall proxy DNS TLS inspection certificate clock time ports print',
  networkShort: 'Check the network',
  networkBefore: (contacted: number) =>
    `Nothing is contacted before you press “Check now”. The check then contacts ${formatter.count(contacted, 'host', 'hosts')} of the list below from this computer, without a proxy: name, connection, certificate, and one request for a page or the time.`,
  ownList: 'This is the lab’s own list.',
  allScenarios: 'All scenarios',
  tpm: 'Maker of the TPM',
  allTpms: 'All makers',
  hosts: (count: number) => `What the network must let through (${formatter.number(count)})`,
  columns: { host: 'Host', checks: 'Ports', grade: 'How much', purpose: 'What for', found: 'Found' },
  cannotBeChecked: 'cannot be checked',
  notChecked: 'not checked yet',
  checkNow: 'Check now',
  print: 'Save for the owner',
  saved: 'The sheet is saved.',
  checked: (at: string, troubles: number) =>
    troubles === 0
      ? `Checked ${formatter.longInstant(at)}. Nothing is in the way of what could be checked.`
      : `Checked ${formatter.longInstant(at)}. To look at: ${formatter.number(troubles)}.`,
  sources: (count: number) => `Where that is from (${formatter.number(count)})`,
} as const;
