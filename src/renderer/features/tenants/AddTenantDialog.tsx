import { useRef, useState } from 'react';
import { Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/api/contract/microsoft.ts';
import { useCommand } from '../../api/useCommand.ts';
import { tenantFormText, tenantText } from '../../text/tenants.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import { problemsOf, type NewTenant } from './tenantForm.ts';

const useStyles = makeStyles({
  where: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0`, fontWeight: tokens.fontWeightSemibold },
  steps: { paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
});

const emptyTenant: NewTenant = { name: '', directoryId: '', clientId: '', cloud: 'global', colour: 'blue' };
const textFields = ['name', 'directoryId', 'clientId'] as const;
const labels = {
  name: tenantFormText.name,
  directoryId: tenantFormText.directoryId,
  clientId: tenantFormText.clientId,
};
const hints = {
  name: tenantFormText.nameHint,
  directoryId: tenantFormText.directoryHint,
  clientId: tenantFormText.clientHint,
};

interface AddTenantDialogProps {
  readonly onAdded: (tenant: TenantView) => void;
  readonly onClose: () => void;
}

/** The two IDs of a tenant's app registration, where to find them, and how the tenant is told apart here. */
export function AddTenantDialog({ onAdded, onClose }: AddTenantDialogProps) {
  const styles = useStyles();
  const add = useCommand('tenants.add', { showsFailure: true });
  const [tenant, setTenant] = useState(emptyTenant);
  const [isTried, setIsTried] = useState(false);
  const inputs = useRef<Partial<Record<keyof NewTenant, HTMLInputElement | null>>>({});
  const problems = isTried ? problemsOf(tenant) : {};
  const change = (part: Partial<NewTenant>) => setTenant({ ...tenant, ...part });

  async function submit(): Promise<void> {
    setIsTried(true);
    const wrong = textFields.find((field) => problemsOf(tenant)[field] !== undefined);
    if (wrong !== undefined) {
      inputs.current[wrong]?.focus();
      return;
    }
    const outcome = await add.run({ ...tenant, clientId: tenant.clientId.trim() });
    if (outcome.ok) onAdded(outcome.value);
  }

  return (
    <ConfirmDialog
      title={tenantFormText.addTitle}
      confirm={tenantFormText.addConfirm}
      running={add.running}
      failure={add.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      {textFields.map((field) => (
        <Field
          key={field}
          label={labels[field]}
          hint={hints[field]}
          required
          {...(problems[field] === undefined ? {} : { validationMessage: problems[field] })}
        >
          <Input
            size="large"
            value={tenant[field]}
            autoComplete="off"
            spellCheck={false}
            input={{ ref: (element) => void (inputs.current[field] = element) }}
            onChange={(_, { value }) => change({ [field]: value })}
          />
        </Field>
      ))}
      <details className={styles.where}>
        <summary className={styles.summary}>{tenantFormText.whereTitle}</summary>
        <ol className={styles.steps}>
          {tenantFormText.where.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Text>{tenantFormText.wherePermissions}</Text>
      </details>
      <Field label={tenantFormText.cloud}>
        <Select
          size="large"
          value={tenant.cloud}
          onChange={(_, { value }) => {
            const cloud = clouds.find((name) => name === value);
            if (cloud !== undefined) change({ cloud });
          }}
        >
          {clouds.map((cloud) => (
            <option key={cloud} value={cloud}>
              {tenantText.clouds[cloud]}
            </option>
          ))}
        </Select>
      </Field>
      <ColourChoice colour={tenant.colour} onChange={(colour) => change({ colour })} />
    </ConfirmDialog>
  );
}

const clouds: readonly TenantView['cloud'][] = ['global', 'usGovernmentHigh', 'usGovernmentDod', 'china'];
