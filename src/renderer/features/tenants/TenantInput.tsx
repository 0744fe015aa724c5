import type { RefObject } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { tenantFormText } from '../../text/tenants.ts';
import type { FieldProblems, TenantForm } from './tenantForm.ts';

/** The fields that are typed, in their order. */
export const tenantFields = ['name', 'directoryId', 'clientId', 'keyFile', 'thumbprint'] as const;
type TenantField = (typeof tenantFields)[number];
/** The inputs that are shown: the first that is wrong gets the focus. */
export type TenantInputs = RefObject<Partial<Record<TenantField, HTMLInputElement | null>>>;

const words: Readonly<Record<TenantField, { readonly label: string; readonly hint: string }>> = {
  name: { label: tenantFormText.name, hint: tenantFormText.nameHint },
  directoryId: { label: tenantFormText.directoryId, hint: tenantFormText.directoryHint },
  clientId: { label: tenantFormText.clientId, hint: tenantFormText.clientHint },
  keyFile: { label: tenantFormText.keyFile, hint: tenantFormText.keyFileHint },
  thumbprint: { label: tenantFormText.thumbprint, hint: tenantFormText.thumbprintHint },
};

interface TenantInputProps {
  readonly field: TenantField;
  readonly form: TenantForm;
  readonly problems: FieldProblems;
  readonly inputs: TenantInputs;
  readonly onChange: (part: Partial<TenantForm>) => void;
}

/** One line of the form of a customer, with what is wrong beside it. */
export function TenantInput({ field, form, problems, inputs, onChange }: TenantInputProps) {
  const problem = problems[field];
  return (
    <Field
      {...words[field]}
      required={field !== 'thumbprint'}
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      <Input
        size="large"
        value={form[field]}
        autoComplete="off"
        spellCheck={false}
        input={{ ref: (element) => void (inputs.current[field] = element) }}
        onChange={(_, { value }) => onChange({ [field]: value })}
      />
    </Field>
  );
}
