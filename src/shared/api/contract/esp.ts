import { z } from 'zod';
import { espFinding } from '../../esp/espFinding.ts';
import { statusPage } from '../../esp/statusPage.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** A status page with what the queue has to do with it, and what is to be looked at. */
const judgedPage = z.object({
  page: statusPage,
  /** How many devices of the queue surely get it, and how many may. */
  get: z.number().int(),
  mayGet: z.number().int(),
  findings: z.array(espFinding),
});

const flowMinutes = z.number().int().min(1).max(1_440).nullable();

const pages = z.object({
  /** When Microsoft told them; null where they were never read. */
  readAt: z.iso.datetime().nullable(),
  /** Whether the whole list came. */
  isWhole: z.boolean(),
  /** As they win over each other. */
  pages: z.array(judgedPage),
  /** How long a technician flow may take where no page tells it, as a person set it; null: as is usual. */
  flowMinutes,
});
export type ReadPages = z.infer<typeof pages>;
export type ListedPage = ReadPages['pages'][number];

const ofTenant = z.object({ tenantId: z.uuid() });

export const espProcedures = {
  /** The status pages of a tenant as they were read last; Microsoft is not asked. */
  'esp.list': query(ofTenant, pages),
  /** Reads them from Microsoft and keeps them. */
  'esp.read': command(ofTenant, pages),
  /** Sets how long a technician flow of the tenant may take where no status page tells it; null: as is usual. */
  'esp.setFlowMinutes': command(ofTenant.extend({ flowMinutes }), z.object({ flowMinutes })),
};

export type EspHandlers = HandlersOf<typeof espProcedures>;
