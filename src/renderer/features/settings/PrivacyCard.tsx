import { retentionText } from '../../text/privacy.ts';
import { Card } from '../../ui/Card.tsx';
import { ErasePerson } from '../erasure/ErasePerson.tsx';
import { RetentionSettings } from '../retention/RetentionSettings.tsx';
import type { SettingsCardProps } from './settingsCard.ts';

/** What is forgotten after its time, and who is erased at once. */
export function PrivacyCard({ settings, onChange }: SettingsCardProps) {
  return (
    <Card title={retentionText.title}>
      <RetentionSettings settings={settings} onChange={onChange} />
      <ErasePerson />
    </Card>
  );
}
