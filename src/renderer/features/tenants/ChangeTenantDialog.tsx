import { useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { tenantFormText } from '../../text/tenants.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ColourChoice } from './ColourChoice.tsx';

interface ChangeTenantDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** How a tenant is told apart on this bench. */
export function ChangeTenantDialog({ tenant, onClose }: ChangeTenantDialogProps) {
  const update = useCommand('tenants.update', { showsFailure: true });
  const [name, setName] = useState(tenant.name);
  const [colour, setColour] = useState(tenant.colour);
  const isNamed = name.trim() !== '';

  async function submit(): Promise<void> {
    const outcome = await update.run({ id: tenant.id, name, colour });
    if (outcome.ok) onClose();
  }

  return (
    <ConfirmDialog
      title={tenantFormText.changeTitle(tenant.name)}
      confirm={commonText.save}
      disabled={!isNamed}
      running={update.running}
      failure={update.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <Field label={tenantFormText.name} required {...(!isNamed && { validationMessage: tenantFormText.nameMissing })}>
        <Input size="large" value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
      </Field>
      <ColourChoice colour={colour} onChange={setColour} />
    </ConfirmDialog>
  );
}
