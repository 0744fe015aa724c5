import { useRef, useState } from 'react';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { tenantFields, type TenantInputs } from './TenantInput.tsx';
import { emptyTenant, type FieldProblems, type TenantForm } from './tenantForm.ts';

/** A form of a customer that is being filled in. @param problemsOf what is still wrong with it */
export function useTenantForm(begun: Partial<TenantForm>, problemsOf: (form: TenantForm) => FieldProblems) {
  const [form, setForm] = useState<TenantForm>({ ...emptyTenant, ...begun });
  const [isTried, setIsTried] = useState(false);
  const inputs: TenantInputs = useRef({});
  return {
    form,
    inputs,
    problems: isTried ? problemsOf(form) : {},
    onChange: (part: Partial<TenantForm>) => setForm({ ...form, ...part }),
    /** Whether it can be sent; the first field that is wrong gets the focus. */
    isRight(): boolean {
      setIsTried(true);
      const wrong = tenantFields.find((field) => problemsOf(form)[field] !== undefined);
      if (wrong !== undefined) inputs.current[wrong]?.focus();
      return wrong === undefined;
    },
  };
}

/** What is wrong with a certificate's file only the backend knows; it is said beside the field. */
export const keyFileProblem = (form: TenantForm, failure: Failure | null): string | null =>
  form.connects && form.by === 'certificate' && failure?.code === 'invalid-input' ? failure.message : null;
