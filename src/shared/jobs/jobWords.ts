import { z } from 'zod';
import { coded, type Catalogue } from '../words/catalogue.ts';
import { oneOf } from '../oneOf.ts';

/** A sentence from before jobs had codes, shown as it is. */
export const told = coded('told', { sentence: z.string() });

/** Why a job of any kind waits, was given up or has ended. */
export const jobReason = oneOf('code', () => [
  told,
  /** Microsoft's own words, or those about the call that failed. */
  coded('jobs.microsoftSays', { message: z.string() }),
  coded('jobs.triedOften', { message: z.string(), attempts: z.int() }),
  /** What Reseal itself refuses, such as because the tenant is gone. */
  coded('jobs.refused', { message: z.string(), remedy: z.string().nullable() }),
  coded('jobs.brokenOnce'),
  coded('jobs.broken'),
  coded('jobs.offline'),
  coded('jobs.signedOut'),
  coded('jobs.paused'),
  coded('jobs.notConnected'),
  coded('jobs.notYetSent'),
  coded('jobs.leftToOthers'),
  coded('jobs.interrupted'),
  coded('jobs.replaced'),
  coded('jobs.cancelledByHand'),
  coded('jobs.personErased'),
  coded('jobs.deviceGone'),
]);

export const jobReasonWords: Catalogue<z.infer<typeof jobReason>> = {
  told: ({ sentence }) => sentence,
  'jobs.microsoftSays': ({ message }) => message,
  'jobs.triedOften': ({ message, attempts }) => `${message} It was tried ${attempts} times.`,
  'jobs.refused': ({ message, remedy }) => (remedy === null ? message : `${message} ${remedy}`),
  'jobs.brokenOnce': () => 'Something went wrong inside Reseal; it tries again.',
  'jobs.broken': () => 'Something went wrong inside Reseal. Look into the log file, then retry.',
  'jobs.offline': () => 'Waits until the network is back.',
  'jobs.signedOut': () => 'Waits until somebody signs in to the tenant again.',
  'jobs.paused': () => 'Sending is paused.',
  'jobs.notConnected': () => 'Waits until its customer is connected to Microsoft.',
  'jobs.notYetSent': () => 'Waits until somebody lets the changes of its customer be sent.',
  'jobs.leftToOthers': () => 'Nobody is signed in to the tenant here; it is left to a Reseal where somebody is.',
  'jobs.interrupted': () => 'It was interrupted, and goes on where it stood.',
  'jobs.replaced': () => 'A newer wish replaced this one.',
  'jobs.cancelledByHand': () => 'Cancelled by hand.',
  'jobs.personErased': () => 'The person it was about was erased.',
  'jobs.deviceGone': () => 'The device is not in the queue any more.',
};
