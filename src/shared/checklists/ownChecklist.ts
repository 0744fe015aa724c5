import { z } from 'zod';
import { blockScope, type checklistChange, checklistKind, stepFields, type ChecklistTemplate } from './checklist.ts';

/** The longest texts: a sheet of paper has to hold them. */
const TITLE_LENGTH = 200;
const TEXT_LENGTH = 600;
const MOST_STEPS = 200;
/** Ids of our own lists never begin so. */
const OWN_ID = /^own-[a-z0-9-]{1,60}$/;

/** Whether a list was made by the lab. */
export const isOwnList = ({ id }: Pick<ChecklistTemplate, 'id'>): boolean => OWN_ID.test(id);

const text = z.string().trim().min(1).max(TEXT_LENGTH);
const title = z.string().trim().min(1).max(TITLE_LENGTH);

const ownStep = stepFields
  .omit({ passedBy: true, isShared: true })
  .extend({
    id: z.string().regex(/^[A-Z]{1,4}\d{1,4}[a-z]?$/),
    title,
    condition: text.nullable().default(null),
    where: text,
    doneWhen: text,
    hints: stepFields.shape.hints.default([]),
    commands: z.array(text).max(20).default([]),
    evidence: stepFields.shape.evidence.default(null),
    only: stepFields.shape.only.default(null),
    isGate: z.boolean().default(false),
    passedBy: stepFields.shape.passedBy.default(null),
    isShared: z.boolean().default(false),
    sources: stepFields.shape.sources.default([]),
  })
  .strict();

/** The file of a list that a lab made itself. */
const ownChecklistFile = z
  .object({
    format: z.literal('reseal-checklist'),
    formatVersion: z.literal(1),
    /** Left out where it is a new list. */
    id: z.string().regex(OWN_ID).optional(),
    title,
    scenario: z.string().trim().max(TITLE_LENGTH).default(''),
    source: z.string().trim().max(TITLE_LENGTH).default(''),
    kind: checklistKind.default('deployment'),
    followsRuns: z.boolean().default(false),
    blocks: z
      .array(
        z
          .object({
            id: z.string().regex(/^[A-Z]{1,4}$/),
            title,
            scope: blockScope,
            items: z.array(ownStep).min(1).max(MOST_STEPS),
          })
          .strict(),
      )
      .min(1)
      .max(20),
  })
  .strict();
export type OwnChecklistFile = z.infer<typeof ownChecklistFile>;

/** What is amiss in a file, and where: “block 2, step 3, title”. */
export interface FileProblem {
  readonly where: string;
  readonly says: string;
}

export type ReadFile =
  | { readonly ok: true; readonly file: OwnChecklistFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads the file of a list that a lab made itself; every problem of it at once. */
export function readOwnChecklist(content: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { ok: false, problems: [{ where: 'the file', says: 'is no JSON.' }] };
  }
  const read = ownChecklistFile.safeParse(value);
  if (!read.success) {
    return { ok: false, problems: read.error.issues.map((issue) => problemOf(issue, value)) };
  }
  const problems = contradictionsIn(read.data);
  return problems.length === 0 ? { ok: true, file: read.data } : { ok: false, problems };
}

/** What each value may be, and all of them together may not. */
function contradictionsIn({ blocks }: OwnChecklistFile): FileProblem[] {
  const seen = new Set<string>();
  return blocks.flatMap((block, blockIndex) =>
    block.items.flatMap((item, index) => {
      const where = placeOf(['blocks', blockIndex, 'items', index]);
      const isDouble = seen.has(item.id);
      seen.add(item.id);
      return [
        ...(isDouble ? [{ where, says: `has the id ${item.id}, which another step has.` }] : []),
        ...(item.need === 'conditional' && item.condition === null
          ? [{ where, says: 'is conditional and names no condition.' }]
          : []),
        ...(block.scope === 'tenant' && item.evidence !== null
          ? [{ where, says: 'is done once for a customer, so no device can tick it.' }]
          : []),
      ];
    }),
  );
}

function problemOf(issue: z.core.$ZodIssue, file: unknown): FileProblem {
  const where = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return { where, says: `holds ${issue.keys.join(', ')}, which no checklist has.` };
  if (issue.code === 'too_small') return { where, says: 'is empty.' };
  if (issue.code === 'too_big') return { where, says: `is longer than ${String(issue.maximum)}.` };
  return { where, says: isMissing(file, issue.path) ? 'is missing.' : 'holds a value that it may not have.' };
}

const isMissing = (file: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), file) === undefined;

const isRecord = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;

const partWords: Readonly<Record<string, string>> = {
  blocks: 'block',
  items: 'step',
  hints: 'hint',
  commands: 'command',
};

/** `['blocks', 1, 'items', 2, 'title']` as “block 2, step 3, title”. */
function placeOf(path: readonly PropertyKey[]): string {
  const words: string[] = [];
  for (const part of path) {
    const last = words.at(-1);
    if (typeof part === 'number' && last !== undefined) words[words.length - 1] = `${last} ${part + 1}`;
    else words.push(partWords[String(part)] ?? String(part));
  }
  return words.length === 0 ? 'the file' : words.join(', ');
}

/** The list that a file holds, as it is kept. */
export function templateOfFile(file: OwnChecklistFile, id: string, version: number): ChecklistTemplate {
  const { title: called, scenario, source, kind, followsRuns, blocks } = file;
  return { id, version, title: called, scenario, source, kind, followsRuns, reviewed: null, blocks };
}

/** A list as a file; `readOwnChecklist` reads it back. A list of Reseal’s own becomes a new one of the lab there. */
export function fileOfTemplate({
  id,
  title: called,
  scenario,
  source,
  kind,
  followsRuns,
  blocks,
}: ChecklistTemplate): string {
  const own = isOwnList({ id }) ? { id } : {};
  const file = {
    format: 'reseal-checklist',
    formatVersion: 1,
    ...own,
    title: called,
    scenario,
    source,
    kind,
    followsRuns,
    blocks,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What became of a list from one version to the next. */
export function changeOf(before: ChecklistTemplate, after: ChecklistTemplate): z.infer<typeof checklistChange> {
  const stepsOf = ({ blocks }: ChecklistTemplate) =>
    new Map(blocks.flatMap(({ items }) => items.map((item) => [item.id, JSON.stringify(item)] as const)));
  const [old, now] = [stepsOf(before), stepsOf(after)];
  return {
    version: after.version,
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now].filter(([id, step]) => old.has(id) && old.get(id) !== step).map(([id]) => id),
  };
}
