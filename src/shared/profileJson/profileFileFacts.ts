import type { Fact } from '../words/fact.ts';
import { bitsOf, oobeWords } from './oobeBits.ts';
import type { ProfileFile } from './profileFile.ts';

const joins = { entra: 'Microsoft Entra', hybrid: 'Microsoft Entra hybrid' } as const;
const yesNo = (flag: boolean): string => (flag ? 'yes' : 'no');

/** What a file says, in words. */
export function profileFileFacts(file: ProfileFile): readonly Fact[] {
  const effects = bitsOf(file.oobe).map(({ effect }) => effect);
  const optional: readonly (readonly [string, string | null])[] = [
    ['Comment', file.comment],
    ['Device name', file.deviceName],
    ['Language', file.language],
    ['Region', file.region],
  ];
  return [
    ...optional.slice(0, 1).flatMap(factOf),
    { label: 'Tenant ID', value: file.tenantId },
    { label: 'Tenant domain', value: file.tenantDomain },
    { label: 'Join type', value: joins[file.joinType] },
    { label: 'Joining is required', value: yesNo(file.isForced) },
    { label: 'OOBE setting', value: oobeWords(file.oobe) },
    ...(effects.length === 0 ? [] : [{ label: 'What that does', value: effects.join(' ') }]),
    { label: 'Correlation ID', value: file.correlationId },
    ...optional.slice(1).flatMap(factOf),
    ...(file.skipsConnectivityCheck ? [{ label: 'Skip AD connectivity check', value: yesNo(true) }] : []),
  ];
}

const factOf = ([label, value]: readonly [string, string | null]): readonly Fact[] =>
  value === null ? [] : [{ label, value }];
