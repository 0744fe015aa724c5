import { z } from 'zod';
import questions from '../../../resources/preflight/questions.json' with { type: 'json' };
import { tenantQuestion, type TenantQuestion } from './tenantQuestion.ts';

/** The questions that ship with Reseal. Loaded by what looks at a tenant alone. */
export const shippedQuestions: readonly TenantQuestion[] = z.array(tenantQuestion).parse(questions);
