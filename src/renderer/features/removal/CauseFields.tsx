import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { causeNames, causeOfRemoval, needsNote, type CauseOfRemoval } from '../../../shared/removal/removalCause.ts';
import { causeText } from '../../text/removal.ts';

/** A reason as it is being entered. */
export interface EnteredCause {
  readonly reason: CauseOfRemoval | null;
  readonly note: string;
}
export const noCause: EnteredCause = { reason: null, note: '' };

/** What was entered as it is sent; an empty note is none. */
export const noteOf = ({ note }: EnteredCause): string | null => (note.trim() === '' ? null : note.trim());

/** Whether it can be sent: a note alone is no reason, and “Other” alone says nothing. */
export const isEnough = (cause: EnteredCause): boolean =>
  cause.reason === null ? noteOf(cause) === null : !needsNote({ reason: cause.reason, note: noteOf(cause) });

interface CauseFieldsProps {
  readonly cause: EnteredCause;
  readonly onChange: (cause: EnteredCause) => void;
}

/** Why devices leave: it stands in their histories, in the audit log and on the record for the customer. */
export function CauseFields({ cause, onChange }: CauseFieldsProps) {
  return (
    <>
      <Field label={causeText.reason}>
        <RadioGroup
          layout="horizontal"
          value={cause.reason ?? ''}
          onChange={(_, { value }) =>
            onChange({ ...cause, reason: causeOfRemoval.options.find((option) => option === value) ?? null })
          }
        >
          {causeOfRemoval.options.map((option) => (
            <Radio key={option} value={option} label={causeNames[option]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={causeText.note} hint={causeText.noteHint}>
        <Input
          size="large"
          value={cause.note}
          autoComplete="off"
          onChange={(_, { value }) => onChange({ ...cause, note: value })}
        />
      </Field>
    </>
  );
}
