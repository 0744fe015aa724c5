import { wordsOf, type Catalogue } from '../words/catalogue.ts';
import type { AdoptionRefusal } from './adoption.ts';

const words: Catalogue<AdoptionRefusal> = {
  'devices.inQueue': () => 'It is in the queue already.',
  'devices.inOtherQueue': ({ tenantName }) =>
    `It is in the queue of ${tenantName}. Ask whose it is, and take it off there first.`,
  'devices.cannotBeTold': ({ serialNumber }) =>
    `A device ${serialNumber} is in the queue, and nobody can tell whether it is this one. Give that one its maker and model, or take it off the queue, then try again.`,
  'devices.notRegistered': () =>
    'Microsoft does not know it any more; it was deregistered. Import its hardware hash instead.',
  'devices.notListed': () =>
    'Microsoft could not be asked, and the list that was read last does not have it. Try again when the network is there.',
};

/** Why a registered device is not taken in, as one or two sentences for a person. */
export const adoptionRefusalWords = (why: AdoptionRefusal): string => wordsOf(words, why.code, why);
