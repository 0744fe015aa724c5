import { useRef, useState } from 'react';
import { Field, Input, makeStyles, Radio, RadioGroup, Select, Text, tokens } from '@fluentui/react-components';
import { cloudWarnings } from '../../../shared/tenants/cloudWords.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { tenantFormText, tenantText } from '../../text/tenants.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import { emptyTenant, inputOf, problemsOf, type TenantForm } from './tenantForm.ts';

const useStyles = makeStyles({
  where: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0`, fontWeight: tokens.fontWeightSemibold },
  steps: { paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
});

const ids = ['name', 'directoryId', 'clientId'] as const;
const certificateFields = ['keyFile', 'thumbprint'] as const;
type TextField = (typeof ids | typeof certificateFields)[number];
const labels = {
  name: tenantFormText.name,
  directoryId: tenantFormText.directoryId,
  clientId: tenantFormText.clientId,
  keyFile: tenantFormText.keyFile,
  thumbprint: tenantFormText.thumbprint,
};
const hints = {
  name: tenantFormText.nameHint,
  directoryId: tenantFormText.directoryHint,
  clientId: tenantFormText.clientHint,
  keyFile: tenantFormText.keyFileHint,
  thumbprint: tenantFormText.thumbprintHint,
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
  const inputs = useRef<Partial<Record<TextField, HTMLInputElement | null>>>({});
  // What is wrong with the certificate's file only the backend knows; it is said beside the field.
  const refused = tenant.by === 'certificate' && add.failure?.code === 'invalid-input' ? add.failure.message : null;
  const problems = {
    ...(refused !== null && { keyFile: refused }),
    ...(isTried ? problemsOf(tenant) : {}),
  };
  const warning = cloudWarnings[tenant.cloud];
  const change = (part: Partial<TenantForm>) => setTenant({ ...tenant, ...part });

  async function submit(): Promise<void> {
    setIsTried(true);
    const wrong = [...ids, ...certificateFields].find((field) => problemsOf(tenant)[field] !== undefined);
    if (wrong !== undefined) {
      inputs.current[wrong]?.focus();
      return;
    }
    const outcome = await add.run(inputOf(tenant));
    if (outcome.ok) onAdded(outcome.value);
    else if (tenant.by === 'certificate') inputs.current.keyFile?.scrollIntoView({ block: 'center' });
  }

  const inputFor = (field: TextField) => (
    <Field
      key={field}
      label={labels[field]}
      hint={hints[field]}
      required={field !== 'thumbprint'}
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
  );

  return (
    <ConfirmDialog
      title={tenantText.add}
      confirm={tenant.by === 'person' ? tenantFormText.addConfirm : tenantFormText.addCertificate}
      running={add.running}
      failure={refused === null ? add.failure : null}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      {ids.map(inputFor)}
      <details className={styles.where}>
        <summary className={styles.summary}>{tenantFormText.whereTitle}</summary>
        <ol className={styles.steps}>
          {tenantFormText.where.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Text>{tenantFormText.wherePermissions}</Text>
      </details>
      <Field
        label={tenantFormText.cloud}
        {...(warning === null ? {} : { validationState: 'warning', validationMessage: warning })}
      >
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
      <Field label={tenantFormText.by}>
        <RadioGroup
          value={tenant.by}
          onChange={(_, { value }) => change({ by: value === 'certificate' ? 'certificate' : 'person' })}
        >
          <Radio value="person" label={tenantFormText.byPerson} />
          <Radio value="certificate" label={tenantFormText.byCertificate} />
        </RadioGroup>
      </Field>
      {tenant.by === 'certificate' && certificateFields.map(inputFor)}
      <ColourChoice colour={tenant.colour} onChange={(colour) => change({ colour })} />
    </ConfirmDialog>
  );
}

const clouds: readonly TenantView['cloud'][] = ['global', 'usGovernmentHigh', 'usGovernmentDod', 'china'];
