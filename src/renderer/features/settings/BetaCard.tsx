import { Field, Switch } from '@fluentui/react-components';
import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import type { SettingsCardProps } from './settingsCard.ts';

/** Features that use interfaces which Microsoft may still change; off until somebody switches them on. */
export function BetaCard({ settings, onChange }: SettingsCardProps) {
  return (
    <Card title={settingsText.beta}>
      <Field hint={settingsText.deviceLinkHint}>
        <Switch
          checked={settings.deviceLinkBeta}
          label={settingsText.deviceLink}
          onChange={(_, { checked }) => onChange({ deviceLinkBeta: checked })}
        />
      </Field>
    </Card>
  );
}
