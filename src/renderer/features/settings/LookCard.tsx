import { Field, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import type { Settings } from '../../../shared/settings/settings.ts';
import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import type { SettingsCardProps } from './settingsCard.ts';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];
const densities: readonly Settings['density'][] = ['comfortable', 'compact'];

export function LookCard({ settings, onChange }: SettingsCardProps) {
  return (
    <Card title={settingsText.look}>
      <Field label={settingsText.theme}>
        <RadioGroup
          layout="horizontal"
          value={settings.theme}
          onChange={(_, { value }) => onChange({ theme: themes.find((theme) => theme === value) ?? 'system' })}
        >
          {themes.map((theme) => (
            <Radio key={theme} value={theme} label={settingsText.themes[theme]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={settingsText.density}>
        <RadioGroup
          layout="horizontal"
          value={settings.density}
          onChange={(_, { value }) =>
            onChange({ density: densities.find((density) => density === value) ?? 'comfortable' })
          }
        >
          {densities.map((density) => (
            <Radio key={density} value={density} label={settingsText.densities[density]} />
          ))}
        </RadioGroup>
      </Field>
      <Switch
        checked={settings.sounds}
        label={settingsText.sounds}
        onChange={(_, { checked }) => onChange({ sounds: checked })}
      />
    </Card>
  );
}
