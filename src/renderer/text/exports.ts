import type { InputOf } from '../../shared/api/contract.ts';
import { devicesText } from './count.ts';

type ExportTarget = InputOf<'exports.write'>['target'];

export const exportsText = {
  menu: 'Export',
  targets: {
    intune: 'For Intune (CSV)',
    'partner-center': 'For Partner Center (CSV)',
    'corporate-identifiers': 'Corporate identifiers (CSV)',
  } satisfies Record<ExportTarget, string>,
  whole: {
    intune: 'Export for Intune (CSV)',
    'partner-center': 'Export for Partner Center (CSV)',
    'corporate-identifiers': 'Export corporate identifiers (CSV)',
  } satisfies Record<ExportTarget, string>,
  withNotes: (number: number) => `${devicesText(number)} exported. Some values are not as in the queue.`,
  done: (number: number) => `${devicesText(number)} exported.`,
} as const;
