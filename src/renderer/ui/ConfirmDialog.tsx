import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import type { Failure } from '../../shared/outcome/outcome.ts';
import { commonText } from '../text/common.ts';
import { DialogFrame } from './DialogFrame.tsx';
import { ProblemBar } from './ProblemBar.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** The verb of the act, never "OK". */
  readonly confirm: string;
  /** The exact text a person must type first, where Microsoft's side is touched; anew when it is `about` something else. */
  readonly typed?: { readonly text: string; readonly label: string; readonly about?: unknown };
  readonly disabled?: boolean;
  /** Nothing has to be filled in: Enter confirms at once, and what is scanned meanwhile lands in no field. */
  readonly isComplete?: boolean;
  /** For a table inside. */
  readonly wide?: boolean;
  readonly running?: boolean;
  readonly failure?: Failure | null;
  /** Receives what was typed. */
  readonly onConfirm: (typed: string) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before an act, with the exact things named. Shown while it is rendered; it always holds a button. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [text, setText] = useState('');
  const submit = useRef<HTMLElement>(null);
  const { isComplete = false } = props;
  const [typedAbout, setTypedAbout] = useState(props.typed?.about);
  if (typedAbout !== props.typed?.about) {
    setTypedAbout(props.typed?.about);
    setText('');
  }
  const isTyped = props.typed === undefined || text.trim().toUpperCase() === props.typed.text.toUpperCase();
  const isBlocked = !isTyped || props.disabled === true || props.running === true;
  useEffect(() => {
    if (isComplete) submit.current?.focus();
  }, [isComplete]);
  return (
    <DialogFrame
      title={props.title}
      size={props.wide === true ? 'table' : 'normal'}
      actions={
        <>
          <Button size="large" onClick={props.onClose}>
            {commonText.cancel}
          </Button>
          <Button
            ref={(button: HTMLElement | null) => {
              submit.current = button;
            }}
            size="large"
            type="submit"
            appearance="primary"
            disabledFocusable={isBlocked}
          >
            {props.confirm}
          </Button>
        </>
      }
      onSubmit={() => {
        if (!isBlocked) props.onConfirm(text.trim());
      }}
      onClose={props.onClose}
    >
      {props.children}
      {props.typed !== undefined && (
        <Field label={props.typed.label}>
          <Input
            size="large"
            value={text}
            onChange={(_, { value }) => setText(value)}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      )}
      {props.failure !== undefined && props.failure !== null && <ProblemBar failure={props.failure} />}
    </DialogFrame>
  );
}
