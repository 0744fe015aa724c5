import type { Document } from '../../../shared/api/document.ts';
import type { Printed } from '../../../shared/api/labelDocument.ts';
import type { Failure, Outcome } from '../../../shared/outcome/outcome.ts';
import type { ActTools } from '../../acts/act.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { labelText } from '../../text/labels.ts';
import { lookOf, type LabelChoice } from './labelChoice.ts';
import type { LabelTarget } from './labelTarget.ts';

type Tools = Pick<ActTools, 'client' | 'makePaper' | 'notify'>;
type LabelFile = Document & { readonly labels: number; readonly notes: readonly string[] };

interface Ends {
  readonly onDone: () => void;
  readonly onFailure: (failure: Failure) => void;
}

/** Saves labels as a file, or sends them to the label printer of the settings, and tells how many and what had no room. */
export async function makeLabels(target: LabelTarget, choice: LabelChoice, tools: Tools, ends: Ends): Promise<void> {
  const { makePaper, notify } = tools;
  const tell = (sentence: string, notes: readonly string[]): void => {
    if (notes.length === 0) notify.done(sentence);
    else notify.warn(sentence, notes.join(' '));
    ends.onDone();
  };
  if (choice.as === 'printer') {
    await makePaper(
      (withCodes) => print(target, choice, withCodes, tools),
      ({ labels, printer, notes }) => tell(labelText.sent(labels, printer), notes),
      ends.onFailure,
    );
    return;
  }
  await makePaper(
    (withCodes) => file(target, choice, withCodes, tools),
    ({ labels, notes, ...made }) => {
      saveDocument(made);
      tell(labelText.saved(labels), notes);
    },
    ends.onFailure,
  );
}

function print(
  target: LabelTarget,
  choice: LabelChoice,
  withCodes: boolean,
  { client }: Tools,
): Promise<Outcome<Printed>> {
  const look = { ...lookOf(choice), withCodes };
  return target.kind === 'shelves'
    ? client.call('shelves.printLabels', { ...look, shelves: [...target.names] })
    : client.call('labels.print', { ...look, deviceIds: [...target.ids], subject: choice.subject });
}

function file(
  target: LabelTarget,
  choice: LabelChoice,
  withCodes: boolean,
  { client }: Tools,
): Promise<Outcome<LabelFile>> {
  const { as } = choice;
  const look = { ...lookOf(choice), format: as === 'printer' ? 'zpl' : as, withCodes } as const;
  return target.kind === 'shelves'
    ? client.call('shelves.labels', { ...look, shelves: [...target.names] })
    : client.call('labels.document', { ...look, deviceIds: [...target.ids], subject: choice.subject });
}
