import { retentionPlan } from '../../retention/retention.ts';
import { nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const retentionProcedures = {
  /** What is older than the settings want it kept. Changes nothing. */
  'retention.plan': query(nothing, retentionPlan),
  /** Removes that, as one act. */
  'retention.run': command(nothing, retentionPlan),
};

export type RetentionHandlers = HandlersOf<typeof retentionProcedures>;
