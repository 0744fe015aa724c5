import { Field, makeStyles, Radio, RadioGroup, Select, Text, tokens } from '@fluentui/react-components';
import { cloudWarnings } from '../../../shared/tenants/cloudWords.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { tenantFormText, tenantText } from '../../text/tenants.ts';
import { TenantInput } from './TenantInput.tsx';
import type { TenantFields } from './useTenantForm.ts';

const useStyles = makeStyles({
  where: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0`, fontWeight: tokens.fontWeightSemibold },
  steps: { paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
});

/** The two IDs of a tenant's app registration, where to find them, and who signs in. */
export function BindingFields(props: TenantFields) {
  const styles = useStyles();
  const { form, onChange } = props;
  const warning = cloudWarnings[form.cloud];
  return (
    <>
      <TenantInput field="directoryId" {...props} />
      <TenantInput field="clientId" {...props} />
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
          value={form.cloud}
          onChange={(_, { value }) => {
            const cloud = clouds.find((name) => name === value);
            if (cloud !== undefined) onChange({ cloud });
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
          value={form.by}
          onChange={(_, { value }) => onChange({ by: value === 'certificate' ? 'certificate' : 'person' })}
        >
          <Radio value="person" label={tenantFormText.byPerson} />
          <Radio value="certificate" label={tenantFormText.byCertificate} />
        </RadioGroup>
      </Field>
      {form.by === 'certificate' && (
        <>
          <TenantInput field="keyFile" {...props} />
          <TenantInput field="thumbprint" {...props} />
        </>
      )}
    </>
  );
}

const clouds: readonly TenantView['cloud'][] = ['global', 'usGovernmentHigh', 'usGovernmentDod', 'china'];
