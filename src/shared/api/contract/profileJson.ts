import { z } from 'zod';
import { profileFile } from '../../profileJson/profileFile.ts';
import { profileJsonFinding } from '../../profileJson/profileJsonFinding.ts';
import { document } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** A file that was given, with its name and without its folder. */
const given = { fileName: z.string().min(1).max(255), base64: z.string() };

const report = z.object({
  fileName: z.string(),
  /** What it says; null where something that must be there cannot be read. */
  file: profileFile.nullable(),
  /** The gravest first. */
  findings: z.array(profileJsonFinding),
  /** The customer that it was compared with, and of when its profiles are. */
  comparedWith: z.object({ customer: z.string(), readAt: z.iso.datetime().nullable() }).nullable(),
});
export type ProfileJsonReport = z.infer<typeof report>;

const made = z.object({ document, file: profileFile, findings: z.array(profileJsonFinding) });
export type MadeProfileJson = z.infer<typeof made>;

const tenantDomain = z.string().trim().max(253);

export const profileJsonProcedures = {
  /** Checks a file; with a tenant also against its profiles as they were read last. Asks nobody. */
  'profileJson.check': query(z.object({ ...given, tenantId: z.uuid().nullable().default(null) }), report),
  /** Reads the tenant's profiles and domains from Microsoft, and checks the file against them. */
  'profileJson.compare': command(z.object({ ...given, tenantId: z.uuid() }), report),
  /** The tenant ID and the verified domains of a tenant, from Microsoft. */
  'profileJson.organization': command(
    z.object({ tenantId: z.uuid() }),
    z.object({
      directoryId: z.string(),
      domains: z.array(z.object({ name: z.string(), isDefault: z.boolean() })),
    }),
  ),
  /** Makes the file of a profile that was read; refused for one that a file cannot stand for. */
  'profileJson.make': query(
    z.object({
      tenantId: z.uuid(),
      profileId: z.string().min(1),
      /** Left out, it is the one that the tenant is connected with. */
      directoryId: z.uuid().optional(),
      tenantDomain,
    }),
    made,
  ),
  /** Makes a file of values that a person entered. */
  'profileJson.makeByHand': query(z.object({ values: profileFile }), made),
};

export type ProfileJsonHandlers = HandlersOf<typeof profileJsonProcedures>;
