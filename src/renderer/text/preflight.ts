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
  sources: (count: number) => `Where that is from (${formatter.number(count)})`,
} as const;
