import { scenarioTitles } from '../scenarios/scenarioWords.ts';
import type { NetworkChoice } from './networkHost.ts';
import { tpmMakerWords } from './sayHost.ts';

/** What hosts are listed for. */
export const choiceSentence = ({ scenario, tpm }: NetworkChoice): string =>
  [
    `Scenario: ${scenario === undefined ? 'all' : scenarioTitles[scenario]}`,
    `TPM: ${tpm === undefined ? 'all' : tpmMakerWords[tpm]}`,
  ].join('. ');
