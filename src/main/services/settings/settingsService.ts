import type { SettingsHandlers } from '../../../shared/api/contract/settings.ts';
import { noInitials, settings as settingsSchema, type Settings } from '../../../shared/settings/settings.ts';
import { settingChangeWords } from '../../../shared/settings/settingChangeWords.ts';
import { isPrinterHost, USUAL_PRINTER_PORT } from '../../../shared/labels/printerAddress.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { isRetentionChanged } from '../../../shared/retention/retention.ts';
import type { SettingStore } from '../../store/settingStore.ts';
import { countFrom } from './retentionCountedFrom.ts';
import type { ServiceContext } from '../serviceContext.ts';

const NAME = 'settings';

export const defaultSettings: Settings = {
  labName: '',
  userContact: '',
  paper: 'region',
  benches: [],
  benchName: '',
  shelves: [],
  technicianInitials: '',
  theme: 'system',
  density: 'comfortable',
  queueColumns: null,
  isTouring: false,
  sounds: true,
  scannerPrefix: '',
  scannerSuffix: '',
  scansEndBy: 'key',
  labelWidthMm: 62,
  labelHeightMm: 29,
  labelFields: ['model', 'groupTag', 'customer'],
  labelCode: 'both',
  labelDpi: 203,
  labelAs: 'pdf',
  labelSheet: 'none',
  printerHost: '',
  printerPort: USUAL_PRINTER_PORT,
  // Long enough to finish the devices beside it; short enough that it is noticed before the box is closed.
  resealWithinMinutes: 30,
  alarmKinds: ['failed', 'overdue', 'notResealed', 'ready'],
  alarmSounds: true,
  alarmNotifications: false,
  quietFrom: '',
  quietUntil: '',
  checklistsAtStart: [],
  deviceLinkBeta: false,
  backupFolder: '',
  keepUsersDays: null,
  keepHashesDays: null,
  keepHistoryYears: null,
};

/** The settings as they stand: what a person chose, and defaults for the rest and for what cannot be read: they delete nothing. */
export function readSettings(store: SettingStore): Settings {
  return withItsBench(settingsSchema.parse({ ...defaultSettings, ...store.readFields(NAME, settingsSchema) }));
}

/** A bench that this computer stands at is one of the lab's. */
function withItsBench(settings: Settings): Settings {
  const { benches, benchName } = settings;
  return benchName === '' || benches.includes(benchName) ? settings : { ...settings, benches: [...benches, benchName] };
}

/** The technician's initials, by which a history says who did something, or "—" where none are set. */
export function technicianOf(store: SettingStore): string {
  return readSettings(store).technicianInitials || noInitials;
}

/** The lab's own preferences. */
export function createSettingsService({ audit, ports, store, settings, publish }: ServiceContext): SettingsHandlers {
  return {
    'settings.read': () => readSettings(settings),
    'settings.write': (change) => {
      refusePrinter(change.printerHost);
      const changed = store.write(() => {
        const before = readSettings(settings);
        const next = withItsBench(settingsSchema.parse({ ...before, ...change }));
        settings.write(NAME, next);
        if (isRetentionChanged(before, next)) countFrom(settings, ports.clock.now());
        const told = settingChangeWords(before, next);
        // By whom they were: whoever changes the initials has those from before.
        const who = before.technicianInitials || noInitials;
        if (told !== null) audit.add({ who, action: 'settings.write', sentence: told });
        return next;
      });
      publish('settings.changed');
      return changed;
    },
  };
}

function refusePrinter(host = ''): void {
  if (isPrinterHost(host.trim())) return;
  throw new AppError('invalid-input', 'This is not the address of a printer.', {
    remedy: 'Enter its name or IP address alone, such as 192.168.0.40; the port has a field of its own.',
    fields: [{ field: 'printerHost', message: 'It is not a name or an IP address.' }],
  });
}
