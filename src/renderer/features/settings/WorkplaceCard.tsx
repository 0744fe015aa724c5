import { Field, Select, SpinButton } from '@fluentui/react-components';
import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import { BadgeButton } from '../labels/BadgeButton.tsx';
import { ShelvesSetting } from '../shelves/ShelvesSetting.tsx';
import { BenchSetting } from './BenchSetting.tsx';
import type { SettingsCardProps } from './settingsCard.ts';
import { TextSetting } from './TextSetting.tsx';

const papers = ['region', 'a4', 'letter'] as const;
const LEAST_MINUTES = 5;
const MOST_MINUTES = 600;

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
      <TextSetting
        label={settingsText.userContact}
        hint={settingsText.userContactHint}
        value={settings.userContact}
        maxLength={120}
        onKeep={(userContact) => onChange({ userContact })}
      />
      <Field label={settingsText.paper} hint={settingsText.paperHint}>
        <Select
          size="large"
          value={settings.paper}
          onChange={(_, { value }) => onChange({ paper: papers.find((one) => one === value) ?? 'region' })}
        >
          {papers.map((paper) => (
            <option key={paper} value={paper}>
              {settingsText.papers[paper]}
            </option>
          ))}
        </Select>
      </Field>
      <BenchSetting settings={settings} onChange={onChange} />
      <ShelvesSetting settings={settings} onChange={onChange} />
      <Field label={settingsText.resealWithin} hint={settingsText.resealWithinHint}>
        <SpinButton
          value={settings.resealWithinMinutes}
          min={LEAST_MINUTES}
          max={MOST_MINUTES}
          onChange={(_, { value, displayValue }) => {
            const next = value ?? Number(displayValue);
            if (Number.isInteger(next) && next >= LEAST_MINUTES && next <= MOST_MINUTES)
              onChange({ resealWithinMinutes: next });
          }}
        />
      </Field>
      <TextSetting
        label={settingsText.initials}
        hint={settingsText.initialsHint}
        value={settings.technicianInitials}
        maxLength={8}
        onKeep={(technicianInitials) => onChange({ technicianInitials })}
      />
      <BadgeButton initials={settings.technicianInitials} />
    </Card>
  );
}
