import { createHashInspector } from '../../hashes/hashInspector.ts';
import { readFiles, type Watch } from '../reading/readFiles.ts';
import type { ReadingContext } from '../reading/fileReading.ts';
import type { ReadSource } from './openPreview.ts';
import type { PreviewSource } from './previewState.ts';

/** The known layouts, by their key. */
export type RememberedColumns = ReadingContext['rememberedColumns'];

/**
 * Reads sources as of a moment, with the known layouts.
 * @throws AppError `cancelled`
 */
export async function readSources(
  sources: readonly PreviewSource[],
  { readAt, rememberedColumns }: { readonly readAt: Date; readonly rememberedColumns: RememberedColumns },
  watch: Watch,
): Promise<ReadSource[]> {
  const files = sources.map(({ name, bytes }) => ({ name, bytes: bytes ?? Buffer.alloc(0) }));
  const read = await readFiles(files, { inspectHash: createHashInspector(readAt), rememberedColumns }, watch);
  return sources.map((source, index) => ({ source, readings: read[index]?.readings ?? [] }));
}
