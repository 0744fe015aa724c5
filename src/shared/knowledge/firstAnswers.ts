import { z } from 'zod';
import file from '../../../resources/knowledge/first-answers.json' with { type: 'json' };
import { nextStepCodes } from '../devices/nextStepCodes.ts';
import { sentence } from './entry.ts';

const said = z.string().min(1);
/** The entry of the knowledge in which all of it stands. */
const entry = said;

/** What an error that ends the technician flow asks for first: see `BenchError`. */
const flowError = z
  .object({
    entry,
    code: z.string().regex(/^(0x[0-9a-f]{8}|\d{3})$/),
    act: z
      .enum(nextStepCodes)
      .extract([
        'retryBench',
        'updateFirmware',
        'updateWindows',
        'deregister',
        'unblock',
        'fixProfile',
        'askAdministrator',
      ]),
    name: said,
    meaning: sentence,
    remedy: sentence,
  })
  .strict();
export type FlowError = z.infer<typeof flowError>;

/** What Microsoft answers to an import: see `ImportError`. */
const importRefusal = z
  .object({
    entry,
    code: z.int().nullable(),
    names: z.array(said).min(1),
    message: sentence,
    next: z.enum(['lookForDevice', 'tryLater']).optional(),
  })
  .strict();
export type ImportRefusal = z.infer<typeof importRefusal>;

const firstAnswersFile = z.object({ flow: z.array(flowError), imports: z.array(importRefusal) }).strict();
type FirstAnswers = z.infer<typeof firstAnswersFile>;

let read: FirstAnswers | null = null;

/**
 * What a device is told at once where it fails: one sentence and what to do. Apart from the whole knowledge, since next steps need it
 * and every list of the queue works these out. Read when the first device has failed: most runs of the program ask for none.
 */
export const firstAnswers = (): FirstAnswers => (read ??= firstAnswersFile.parse(file));
