import type { Printed } from '../../../shared/api/labelDocument.ts';
import type { LabelLook } from '../../../shared/labels/labelLook.ts';
import { printerName } from '../../../shared/labels/printerAddress.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { chosenLook } from './chosenLook.ts';
import type { LabelContent } from './labelContent.ts';

interface PrintJob {
  readonly look: LabelLook;
  readonly withCodes: boolean;
  /** By which name the audit log knows it, and how it counts what was sent. */
  readonly action: string;
  readonly what: readonly [one: string, many: string];
  readonly devices: readonly string[];
}

/**
 * Sends labels to the printer of the settings, and says so in the audit log, also where it stopped in the middle.
 * @throws AppError `invalid-input` where no printer is set; `offline` or `conflict` where it does not take them
 */
export async function printLabels(
  { audit, formatter, ports, settings, store, who }: ServiceContext,
  contents: readonly LabelContent[],
  { look, withCodes, action, what, devices }: PrintJob,
): Promise<Printed> {
  const now = readSettings(settings);
  const address = { host: now.printerHost, port: now.printerPort };
  if (address.host === '') {
    throw new AppError('invalid-input', 'No label printer is set.', {
      remedy: 'Enter its address in Settings › Labels, or save the labels as a file.',
    });
  }
  const { labelFile } = await import('./labelFile.ts');
  const { content, notes } = await labelFile(contents, {
    ...chosenLook(look, now),
    format: 'zpl',
    withCodes,
    createdAt: ports.clock.now(),
  });
  const printer = printerName(address);
  const counted = formatter.count(contents.length, ...what);
  const note = (sentence: string): void => {
    store.write(() => audit.add({ who: who(), action, sentence, devices }));
  };
  const { sendToPrinter } = await import('./sendToPrinter.ts');
  try {
    await sendToPrinter(address, Buffer.from(content));
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') {
      note(`Sent ${counted} to the printer at ${printer}, which stopped before it had everything.`);
    }
    throw error;
  }
  note(`Sent ${counted} to the printer at ${printer}.`);
  return { printer, labels: contents.length, notes: [...notes] };
}
