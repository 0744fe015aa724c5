import type { Settings } from '../../../shared/settings/settings.ts';

/** What a card of the settings shows, and how it keeps a change. */
export interface SettingsCardProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}
