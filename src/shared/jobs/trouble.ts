import { z } from 'zod';
import type { Formatter } from '../format/formatter.ts';
import { trackingProblem, trackingProblemWords } from '../tracking/trackingProblem.ts';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { jobAct, jobSentence } from './jobAct.ts';
import { reason, reasonWords } from './reason.ts';
import { oneOf } from '../oneOf.ts';

/** What keeps changes from reaching Microsoft, and devices from being followed. */
export const trouble = oneOf('code', () => [
  /** Changes that failed or wait for a person, for one reason. Of a single one its act is told. */
  coded('jobs.held', {
    act: jobAct.nullable(),
    serialNumber: z.string().nullable(),
    reason: reason.nullable(),
    changes: z.int(),
    devices: z.int(),
  }),
  coded('tracking.notRead', { tenantName: z.string(), lastedMs: z.number(), problem: trackingProblem }),
]);
export type Trouble = z.infer<typeof trouble>;

const MINUTE_MS = 60_000;

const words: Catalogue<Trouble, [Formatter]> = {
  'jobs.held': ({ act, serialNumber, reason: why, changes, devices }, formatter) => {
    const { count } = formatter;
    const many = `${count(changes, 'change', 'changes')} of ${devices === 1 ? 'one device' : count(devices, 'device', 'devices')}`;
    const what = act === null ? many : jobSentence({ act, serialNumber }, formatter);
    return `${what}: ${why === null ? 'It failed; look into the log file.' : reasonWords(why)}`;
  },
  'tracking.notRead': ({ tenantName, lastedMs, problem }, { duration }) => {
    const time = duration(Math.max(MINUTE_MS, lastedMs));
    return `The devices of ${tenantName} have not been read for ${time}: ${trackingProblemWords(problem)}`;
  },
};

/** A trouble as one sentence. */
export const troubleWords = (what: Trouble, formatter: Formatter): string => wordsOf(words, what.code, what, formatter);
