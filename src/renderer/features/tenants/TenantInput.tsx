import { Field, Input } from '@fluentui/react-components';
import { tenantFormText } from '../../text/tenants.ts';
import type { TenantField } from './tenantForm.ts';
import type { TenantFields } from './useTenantForm.ts';

const words: Readonly<Record<TenantField, { readonly label: string; readonly hint: string }>> = {
  name: { label: tenantFormText.name, hint: tenantFormText.nameHint },
  directoryId: { label: tenantFormText.directoryId, hint: tenantFormText.directoryHint },
  clientId: { label: tenantFormText.clientId, hint: tenantFormText.clientHint },
  keyFile: { label: tenantFormText.keyFile, hint: tenantFormText.keyFileHint },
  thumbprint: { label: tenantFormText.thumbprint, hint: tenantFormText.thumbprintHint },
};

interface TenantInputProps extends TenantFields {
  readonly field: TenantField;
}

/** One line of the form of a customer, with what is wrong beside it. */
export function TenantInput({ field, form, problems, onChange, keepInput }: TenantInputProps) {
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
        input={{ ref: (element) => keepInput(field, element) }}
        onChange={(_, { value }) => onChange({ [field]: value })}
      />
    </Field>
  );
}
