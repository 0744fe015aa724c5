import { z } from 'zod';

/** A sentence that a person reads: it has a beginning and an end. */
export const sentence = z.string().regex(/^\P{Ll}.*[.:)”]$/su);
const said = z.string().min(1);
/** What a symptom is called, and what it says there; empty where its name says all. */
const called = z.record(z.string(), z.string());

/** In which log of Windows an event stands. */
export const eventLog = z.enum(['autopilot', 'management', 'deviceRegistration', 'mdm', 'shell', 'connector']);
export type EventLog = z.infer<typeof eventLog>;

/** Whose work a remedy is. */
export const actor = z.enum([
  'technician',
  'tenantAdministrator',
  'domainAdministrator',
  'networkOwner',
  'user',
  'maker',
  'partner',
  'microsoft',
]);
export type Actor = z.infer<typeof actor>;

/** A way to deploy a device, or to bring it back to its beginning. */
export const affected = z.enum([
  'any',
  'preProvisioned',
  'userDriven',
  'selfDeploying',
  'existingDevice',
  'devicePreparation',
  'reset',
  'hybrid',
  'repair',
]);
export type Affected = z.infer<typeof affected>;

/** When a symptom shows. */
export const knowledgePhase = z.enum([
  'setup',
  'registration',
  'profile',
  'firstScreens',
  'attestation',
  'join',
  'enrollment',
  'deviceSetup',
  'accountSetup',
  'afterwards',
  'reports',
]);
export type KnowledgePhase = z.infer<typeof knowledgePhase>;

const source = z
  .object({
    /** A key of `pages.json`. */
    page: said,
    /** The line of the collected documentation from which the fact is. */
    line: z.int().positive().optional(),
  })
  .strict();

const cause = z
  .object({
    cause: sentence,
    /** How it is told apart from the other causes. */
    tell: sentence,
    remedy: z.array(sentence).min(1),
    who: z.array(actor).min(1),
    /** The act of the page that does it, by its name. */
    act: said.optional(),
    /** The command that does it, as it is typed. */
    command: said.optional(),
  })
  .strict();
export type Cause = z.infer<typeof cause>;

/** One thing that goes wrong, or looks as if it did. */
export const knowledgeEntry = z
  .object({
    /** Never changed: people and files may refer to it. */
    id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)+$/),
    title: said,
    meaning: sentence,
    /** Of Windows, lower case with 0x. */
    codes: z.record(z.string().regex(/^0x[0-9a-f]{8}$/), z.string()).default({}),
    /** Of a service or an installer: `808`, `1603`, `400`. */
    numbers: called.default({}),
    events: z.partialRecord(eventLog, z.record(z.string().regex(/^\d+$/), said)).default({}),
    /** Of the registry, as `name=value` or a name. */
    values: called.default({}),
    /** What a screen, a log or a file says, in its own words. */
    words: z.array(said).default([]),
    scenarios: z.array(affected).min(1),
    phase: knowledgePhase,
    causes: z.array(cause).min(1),
    /** Where sources contradict each other: what each says. */
    disagreement: z
      .array(z.object({ says: sentence, source }).strict())
      .min(2)
      .optional(),
    sources: z.array(source).min(1),
    /** The day on which somebody last compared the entry with its sources. */
    reviewed: z.iso.date(),
  })
  .strict();
export type KnowledgeEntry = z.infer<typeof knowledgeEntry>;

/** A page that entries are taken from, by its key. */
export const sourcePages = z.record(z.string(), z.object({ title: said, address: z.url() }).strict());
export type SourcePages = z.infer<typeof sourcePages>;

/** Everything that is known of what goes wrong, and the pages that it is from. */
export interface Knowledge {
  readonly entries: readonly KnowledgeEntry[];
  readonly pages: SourcePages;
}

/** The entries of a file of `resources/knowledge`. @throws ZodError where one is not as it should be */
export function readEntries(file: unknown): readonly KnowledgeEntry[] {
  return z.array(knowledgeEntry).parse(file);
}
