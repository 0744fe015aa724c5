import type { OutputOf } from '../../../shared/api/contract.ts';
import type { LabelFormat, LabelLook } from '../../../shared/labels/labelLook.ts';
import { paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { chosenLook } from './chosenLook.ts';
import type { LabelContent } from './labelContent.ts';

interface Asked extends LabelLook {
  readonly format: LabelFormat;
  readonly forPrinter?: boolean | undefined;
  readonly onlyFirst?: boolean | undefined;
  readonly withCodes: boolean;
}

/**
 * Labels as a file of this name, as the settings say where nothing else is asked for.
 * @throws AppError as `labelFile` does
 */
export async function labelDocumentOf(
  { ports, settings }: Pick<ServiceContext, 'ports' | 'settings'>,
  contents: readonly LabelContent[],
  name: string,
  { format, forPrinter = false, onlyFirst = false, withCodes, ...look }: Asked,
): Promise<OutputOf<'labels.document'>> {
  // The libraries for PDF and codes take a third of a second to load, and most runs of Reseal print nothing.
  const { labelFile } = await import('./labelFile.ts');
  const { content, notes } = await labelFile(onlyFirst ? contents.slice(0, 1) : contents, {
    ...chosenLook(look, readSettings(settings)),
    format,
    forPrinter,
    isSingle: onlyFirst,
    withCodes,
    createdAt: ports.clock.now(),
  });
  return { ...paperFile(name, format, content), labels: contents.length, notes: [...notes] };
}
