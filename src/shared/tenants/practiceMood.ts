import { z } from 'zod';

/** How the practice tenant answers, for practising with a Microsoft that fails. */
export const practiceMood = z.enum(['well', 'busy', 'slow', 'down', 'unplugged', 'refuses', 'forgetful']);
export type PracticeMood = z.infer<typeof practiceMood>;

/** Each with what a technician will see. */
export const practiceMoodWords: Readonly<Record<PracticeMood, { readonly title: string; readonly sentence: string }>> =
  {
    well: { title: 'Well', sentence: 'Everything is answered, as on a good day.' },
    busy: {
      title: 'Too busy',
      sentence: 'Every second request is sent away for a while. Changes take longer, and none is lost.',
    },
    slow: { title: 'Slow', sentence: 'Every answer takes its time. The page goes on, and the outbox waits.' },
    down: {
      title: 'Down',
      sentence:
        'Every request ends in an error of Microsoft’s. What is done here waits, and is sent when it answers again.',
    },
    unplugged: {
      title: 'No network',
      sentence: 'Nothing is answered at all. Landing and result codes still work: they need no network.',
    },
    refuses: {
      title: 'Permission refused',
      sentence: 'Lists can be read, and nothing can be changed, as where the account lacks its role in Intune.',
    },
    forgetful: {
      title: 'Answers get lost',
      sentence:
        'Changes arrive, and their answers do not. Reseal looks whether they arrived before it sends them again.',
    },
  };
