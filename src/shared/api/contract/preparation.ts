import { z } from 'zod';
import { preparationFinding } from '../../preparation/preparationFinding.ts';
import { preparationPolicy } from '../../preparation/preparationPolicy.ts';
import { preparedDevice } from '../../preparation/preparedDevice.ts';
import { listedRows, listing } from '../listing.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const policies = z.object({
  /** When Microsoft told them; null where they were never read. */
  readAt: z.iso.datetime().nullable(),
  /** Whether the whole list came. */
  isWhole: z.boolean(),
  /** As they win over each other, with what is wrong with each and what is not known. */
  policies: z.array(z.object({ policy: preparationPolicy, findings: z.array(preparationFinding) })),
});
export type ReadPolicies = z.infer<typeof policies>;
export type ListedPolicy = ReadPolicies['policies'][number];

const ofTenant = z.object({ tenantId: z.uuid() });
const report = listedRows.extend({ devices: z.array(preparedDevice) });
export type PreparationReport = z.infer<typeof report>;

export const preparationProcedures = {
  /** The policies of device preparation as they were read last; Microsoft is not asked. */
  'preparation.list': query(ofTenant, policies),
  /** Reads them from Microsoft, with their groups, apps and scripts, and keeps them. What is refused is a finding. */
  'preparation.read': command(ofTenant, policies),
  /** Intune’s report of device preparation as it was read last; `state` is the status of a deployment as it came. */
  'preparation.report': query(listing, report),
  /** Orders the report at Intune’s, reads it and keeps it. */
  'preparation.readReport': command(ofTenant, z.object({ rows: z.number().int() })),
};

export type PreparationHandlers = HandlersOf<typeof preparationProcedures>;
