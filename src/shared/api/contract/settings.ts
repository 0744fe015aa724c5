import { settings } from '../../settings/settings.ts';
import { nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const settingsProcedures = {
  'settings.read': query(nothing, settings),
  'settings.write': command(settings.partial(), settings),
};

export type SettingsHandlers = HandlersOf<typeof settingsProcedures>;
