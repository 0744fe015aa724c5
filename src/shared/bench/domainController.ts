import type { DeviceView } from '../devices/deviceView.ts';
import type { NextStepCode } from '../devices/nextStepCodes.ts';

/** The steps before a technician flow, when the bench can still be chosen. */
const before: ReadonlySet<NextStepCode> = new Set(['clearGate', 'startBench', 'retryBench', 'redoTechnicianFlow']);

/** Whether it matters now what Microsoft says, in two ways, of a domain controller at the bench. */
export const asksForDomainController = ({ scenario, nextStep }: Pick<DeviceView, 'scenario' | 'nextStep'>): boolean =>
  scenario.name === 'preProvisioned' && scenario.joinType === 'hybrid' && before.has(nextStep.code);

/** Both statements with where they stand, and what a bench can do that must not choose between them. */
export const domainControllerWords = {
  title: 'Microsoft says two things of a domain controller at the bench.',
  statements: [
    {
      says: 'The bench of a maker or reseller must reach a domain controller of the customer.',
      source: '“Windows Autopilot scenarios” (Microsoft Learn)',
    },
    {
      says: 'It need not: the device is resealed before one is asked for, and the user’s part reaches it on site.',
      source: '“Windows Autopilot for pre-provisioned deployment” (Microsoft Learn)',
    },
  ],
  advice: 'Connect the bench to the customer’s network where you can. Where not, try one device first.',
} as const;

/** The same as one text, for a terminal. */
export function domainControllerSentence(): string {
  const { title, statements, advice } = domainControllerWords;
  return [title, ...statements.map(({ says, source }) => `${source}: ${says}`), advice].join(' ');
}
