import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { tenantFormText, tenantText } from '../../text/tenants.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { BindingFields } from './BindingFields.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import { TenantInput } from './TenantInput.tsx';
import { bindingOf, problemsOf } from './tenantForm.ts';
import { useTenantForm } from './useTenantForm.ts';

interface AddTenantDialogProps {
  /** Whether the form begins with the customer's tenant; a person may choose otherwise. */
  readonly connects: boolean;
  readonly onAdded: (tenant: TenantView) => void;
  readonly onClose: () => void;
}

/** A name and a colour are enough for a customer; its tenant can be told now or later. */
export function AddTenantDialog({ connects, onAdded, onClose }: AddTenantDialogProps) {
  const add = useCommand('tenants.add', { showsFailure: true });
  const addLane = useCommand('tenants.addLane', { showsFailure: true });
  const entry = useTenantForm({ connects }, problemsOf, add.failure ?? addLane.failure);
  const { form, fields } = entry;
  const { onChange } = fields;

  async function submit(): Promise<void> {
    if (!entry.isRight()) return;
    const { name, colour } = form;
    const outcome = await (form.connects
      ? add.run({ name, colour, ...bindingOf(form) })
      : addLane.run({ name, colour }));
    if (outcome.ok) onAdded(outcome.value);
    else entry.showRefused();
  }

  return (
    <ConfirmDialog
      title={tenantText.add}
      confirm={confirmOf(form)}
      running={add.running || addLane.running}
      failure={entry.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <TenantInput field="name" {...fields} />
      <ColourChoice colour={form.colour} onChange={(colour) => onChange({ colour })} />
      <Field label={tenantFormText.connects}>
        <RadioGroup
          value={form.connects ? 'now' : 'later'}
          onChange={(_, { value }) => onChange({ connects: value === 'now' })}
        >
          <Radio value="later" label={tenantFormText.connectsLater} />
          <Radio value="now" label={tenantFormText.connectsNow} />
        </RadioGroup>
      </Field>
      {form.connects && <BindingFields {...fields} />}
    </ConfirmDialog>
  );
}

function confirmOf({ connects, by }: { readonly connects: boolean; readonly by: 'person' | 'certificate' }): string {
  if (!connects) return tenantFormText.addLane;
  return by === 'person' ? tenantFormText.addConfirm : tenantFormText.addCertificate;
}
