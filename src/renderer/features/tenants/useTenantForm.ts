import { useRef, useState } from 'react';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { emptyTenant, tenantFields, type FieldProblems, type TenantField, type TenantForm } from './tenantForm.ts';

/** What a field of the form needs to show itself. */
export interface TenantFields {
  readonly form: TenantForm;
  readonly problems: FieldProblems;
  readonly onChange: (part: Partial<TenantForm>) => void;
  /** Knows the input of a field, so that the first that is wrong gets the focus. */
  readonly keepInput: (field: TenantField, input: HTMLInputElement | null) => void;
}

/**
 * A form of a customer that is being filled in.
 * @param problemsOf what is still wrong with it
 * @param failure why it was refused: what is wrong with a certificate's file only the backend knows
 */
export function useTenantForm(
  begun: Partial<TenantForm>,
  problemsOf: (form: TenantForm) => FieldProblems,
  failure: Failure | null,
) {
  const [form, setForm] = useState<TenantForm>({ ...emptyTenant, ...begun });
  const [isTried, setIsTried] = useState(false);
  const inputs = useRef<Partial<Record<TenantField, HTMLInputElement | null>>>({});
  const refused = form.connects && form.by === 'certificate' && failure?.code === 'invalid-input';
  const fields: TenantFields = {
    form,
    problems: { ...(refused && { keyFile: failure.message }), ...(isTried ? problemsOf(form) : {}) },
    onChange: (part) => setForm({ ...form, ...part }),
    keepInput: (field, input) => void (inputs.current[field] = input),
  };
  return {
    form,
    fields,
    /** Why it was refused, where that is said beside no field. */
    failure: refused ? null : failure,
    /** Whether it can be sent; the first field that is wrong gets the focus. */
    isRight(): boolean {
      setIsTried(true);
      const wrong = tenantFields.find((field) => problemsOf(form)[field] !== undefined);
      if (wrong !== undefined) inputs.current[wrong]?.focus();
      return wrong === undefined;
    },
    /** Brings what was refused into sight. */
    showRefused: () => inputs.current.keyFile?.scrollIntoView({ block: 'center' }),
  };
}
