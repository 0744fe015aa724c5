import type { AdditionAnswer, AdditionPurpose } from './addition.ts';
import { deviceTitle } from './deviceTitle.ts';
import { makeOf } from './makeOf.ts';
import { nextStepTitle } from './nextStepWords.ts';

export const purposeTitles: Readonly<Record<AdditionPurpose, string>> = {
  hash: 'Its hardware hash comes later',
  partner: 'A partner registers it by the Partner Center file',
  identifier: 'A corporate identifier, for device preparation',
};

/** What adding a device has come to, as a sentence or two for a person. */
export function additionSentence(answer: AdditionAnswer): string {
  switch (answer.outcome) {
    case 'added':
      return `${deviceTitle(answer.device)} is in the queue. Next: ${nextStepTitle(answer.device.nextStep)}.`;
    case 'inQueue': {
      const make = makeOf(answer.device);
      const known = make === null ? '' : ` (${make})`;
      return `${deviceTitle(answer.device)}${known} is in the queue already. Next: ${nextStepTitle(answer.device.nextStep)}.`;
    }
    case 'inTenant':
      return `${answer.serialNumber} is registered in the tenant already. Take it in from the tenant instead.`;
    case 'refused':
      return answer.issues.map(({ message }) => message).join(' ');
  }
}
