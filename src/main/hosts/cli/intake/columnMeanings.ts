import { InvalidArgumentError } from 'commander';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import { columnKey } from '../../../../shared/intake/columnHeadings.ts';
import { mappedField, type MappedField } from '../../../../shared/intake/vocabulary.ts';
import { usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';

/** What a person says that a column holds. */
export interface ColumnMeaning {
  readonly name: string;
  readonly field: MappedField;
}

/** One `Name=field` of `--columns`, behind those before it. @throws InvalidArgumentError */
export function readColumnMeaning(text: string, before: readonly ColumnMeaning[] = []): readonly ColumnMeaning[] {
  const at = text.lastIndexOf('=');
  const field = mappedField.safeParse(text.slice(at + 1).trim());
  const name = text.slice(0, Math.max(0, at)).trim();
  if (name !== '' && field.success) return [...before, { name, field: field.data }];
  throw new InvalidArgumentError(`Write the column's name, “=” and one of ${mappedField.options.join(', ')}.`);
}

/** Tells a preview what columns hold; the rest of each file stays as it was read. @throws a usage error */
export async function sayColumns(
  run: Run,
  { previewId, files }: Pick<OutputOf<'intake.preview'>, 'previewId' | 'files'>,
  meanings: readonly ColumnMeaning[],
): Promise<void> {
  const found = new Set<ColumnMeaning>();
  // Files that are read again are other ones, in the same places.
  let current = files;
  for (let place = 0; place < current.length; place++) {
    const { fileId, mapping = null } = current[place] ?? {};
    if (mapping === null || fileId === undefined) continue;
    const columns = [...mapping.guess];
    const named = meanings.filter(({ name }) => mapping.header.some((other) => columnKey(other) === columnKey(name)));
    for (const meaning of named) {
      found.add(meaning);
      const index = mapping.header.findIndex((other) => columnKey(other) === columnKey(meaning.name));
      // A field has one column: what was taken for it before is not used.
      for (const [other, field] of columns.entries()) if (field === meaning.field) columns[other] = 'ignore';
      columns[index] = meaning.field;
    }
    if (named.length > 0) current = (await run.call('intake.map', { previewId, fileId, columns })).files;
  }
  const missing = meanings.find((meaning) => !found.has(meaning));
  if (missing === undefined) return;
  await run.call('intake.discard', { previewId });
  throw usageError(
    `No file has a column “${missing.name}” of which it is open what it holds. “reseal inspect” names such columns.`,
  );
}
