import { z } from 'zod';
import { profileFinding } from '../../profiles/profileFinding.ts';
import { tenantProfile } from '../../profiles/tenantProfile.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** A deployment profile with what the queue has to do with it, and what is to be looked at. */
const judgedProfile = z.object({
  profile: tenantProfile,
  /** How it reaches devices: by a group, as the default for all others, or not at all. */
  reach: z.enum(['group', 'default', 'none', 'unknown']),
  have: z.number().int(),
  expect: z.number().int(),
  findings: z.array(profileFinding),
});

const profiles = z.object({
  /** When Microsoft told them; null where they were never read. */
  readAt: z.iso.datetime().nullable(),
  /** Whether the whole list came. */
  isWhole: z.boolean(),
  /** As they win over each other. */
  profiles: z.array(judgedProfile),
});
export type ReadProfiles = z.infer<typeof profiles>;
export type ListedProfile = ReadProfiles['profiles'][number];

const ofTenant = z.object({ tenantId: z.uuid() });

export const profileProcedures = {
  /** The deployment profiles of a tenant as they were read last; Microsoft is not asked. */
  'profiles.list': query(ofTenant, profiles),
  /** Reads them from Microsoft and keeps them. */
  'profiles.read': command(ofTenant, profiles),
};

export type ProfileHandlers = HandlersOf<typeof profileProcedures>;
