import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import { BenchSetting } from './BenchSetting.tsx';
import type { SettingsCardProps } from './settingsCard.ts';
import { TextSetting } from './TextSetting.tsx';

/** Who works where: it stands on what is printed and in what is recorded. */
export function WorkplaceCard({ settings, onChange }: SettingsCardProps) {
  return (
    <Card title={settingsText.workplace}>
      <TextSetting
        label={settingsText.labName}
        hint={settingsText.labNameHint}
        value={settings.labName}
        maxLength={80}
        onKeep={(labName) => onChange({ labName })}
      />
      <BenchSetting settings={settings} onChange={onChange} />
      <TextSetting
        label={settingsText.initials}
        hint={settingsText.initialsHint}
        value={settings.technicianInitials}
        maxLength={8}
        onKeep={(technicianInitials) => onChange({ technicianInitials })}
      />
    </Card>
  );
}
