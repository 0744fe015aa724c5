import type { MadeProfileJson } from '../../../shared/api/contract/profileJson.ts';
import type { Outcome } from '../../../shared/outcome/outcome.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { profileJsonText } from '../../text/profileJson.ts';
import { useNotify } from '../../ui/notify.ts';

/** Saves a file that was made, and says so; a refusal is told. Returns whether it was saved. */
export function useSaveMade(): (outcome: Outcome<MadeProfileJson>) => boolean {
  const notify = useNotify();
  return (outcome) => {
    if (outcome.ok) {
      saveDocument(outcome.value.document);
      notify.done(profileJsonText.saved);
    } else {
      notify.failed(outcome.error);
    }
    return outcome.ok;
  };
}
