import { z } from 'zod';
import { consent, consentState, consentWay } from '../../consent/consent.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const consentProcedures = {
  /** How far the consent of a customer is. */
  'consent.get': query(z.object({ tenantId: z.uuid() }), consent),
  /** What became of it; `conflict` where that cannot follow what is. The first time `way` says whose consent it is. */
  'consent.record': command(
    z.object({
      tenantId: z.uuid(),
      state: consentState,
      way: consentWay.optional(),
      link: z.string().trim().max(2_000).optional(),
    }),
    consent,
  ),
};

export type ConsentHandlers = HandlersOf<typeof consentProcedures>;
