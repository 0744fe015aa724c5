import type { HashInspection } from '../hashes/inspectHardwareHash.ts';
import type { HardwareInventory } from '../hashes/readInventory.ts';
import { isTpm2, tpmVersionOf } from '../hashes/tpmVersion.ts';
import type { PreflightFinding } from './preflightFinding.ts';
import { tpmFactsOf, type TpmFacts } from './tpmFacts.ts';
import {
  buildWords,
  FIRST_WINDOWS_11,
  isBefore,
  WINDOWS_10_21H2,
  WINDOWS_11_21H2,
  WINDOWS_11_22H2,
  WINDOWS_11_23H2,
  windowsBuildOf,
} from './windowsBuild.ts';

/** What a hash tells of its device. */
export interface CapturedDevice {
  readonly inspection: Pick<HashInspection, 'state' | 'fields' | 'issues'>;
  readonly inventory: HardwareInventory;
}

/** The text that stands for a value that the firmware does not have. */
const NO_STRING = 'SMBIOS_STRING_INDEX_0';

/** Below these a virtual machine fails even when a user drives it. Source: Microsoft, “Known issues”, virtual machines. */
const LEAST_THREADS = 2;
const LEAST_MEMORY_GIB = 4;

/** The revisions that bring a fix. Sources: `kb5007253`, `kb5013943` and `kb5035942` of the pages of preflight. */
const TIGER_LAKE_REVISION = 1387;
const ATTESTATION_REVISION = 675;
const PREPARATION_REVISION = 3374;

/** Infineon’s firmware that makes weak keys, by the number before the point. Source: `infineon-weak-keys`. */
const LAST_WEAK_FIRMWARE: ReadonlyMap<number, number> = new Map([
  [5, 61],
  [7, 61],
]);

/** Makers whose devices show the user’s name by themselves. Source: Microsoft, “Windows Autopilot FAQ”. */
const PREFILL_MAKERS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'Dell', pattern: /^dell\b/i },
  { name: 'Dynabook', pattern: /^dynabook\b/i },
  { name: 'HP', pattern: /^(hp|hewlett[- ]packard)\b/i },
  { name: 'Lenovo', pattern: /^lenovo\b/i },
];

/**
 * What a hash says for and against each way to deploy its device. It claims nothing of what a hash does not hold: that is a
 * finding of its own.
 */
export function judgeDevice({ inspection, inventory }: CapturedDevice): readonly PreflightFinding[] {
  const { state, fields, issues } = inspection;
  // What stands before the damage may be altered: it proves nothing.
  if (state === 'invalid') {
    return [{ code: 'device.hashDamaged' }, { code: 'device.buildNotKnown' }, { code: 'device.editionNotKnown' }];
  }
  const isVirtual = issues.some(({ code }) => code === 'hash.virtual-machine');
  const tpm = fields.tpmVersion === null ? null : tpmFactsOf(fields.tpmVersion);
  return [
    ...(isVirtual ? judgeVirtualMachine(inventory) : judgeTpm(fields.tpmVersion, tpm, fields.osType)),
    ...(isVirtual || tpm === null ? [] : judgeTraps(tpm, inventory, fields.osBuild)),
    ...judgeWindows(fields.osBuild, fields.osType),
    ...judgeParts({ inspection, inventory }),
    ...judgeMaker(fields.manufacturer, fields.productName),
  ];
}

function judgeVirtualMachine({ processorThreads, memoryGib }: HardwareInventory): readonly PreflightFinding[] {
  const isSmall =
    (processorThreads !== null && processorThreads < LEAST_THREADS) ||
    (memoryGib !== null && memoryGib < LEAST_MEMORY_GIB);
  return [
    { code: 'device.virtualMachine' },
    ...(isSmall ? [{ code: 'device.smallVirtualMachine' as const, threads: processorThreads, memoryGib }] : []),
  ];
}

function judgeTpm(told: string | null, tpm: TpmFacts | null, osType: string | null): readonly PreflightFinding[] {
  // In WinPE the TPM may only lack its driver.
  if (told === null || tpm === null) return [{ code: osType === 'FullOS' ? 'device.noTpm' : 'device.tpmNotTold' }];
  const version = tpmVersionOf(told);
  if (version === null) return [{ code: 'device.tpmNotTold' }];
  if (!isTpm2(version)) return [{ code: 'device.oldTpm', version }];
  const { maker, vendor } = tpm;
  if (maker === null) return [{ code: 'device.tpmMakerNotKnown', vendor }];
  return [
    maker.host === null
      ? { code: 'device.discreteTpm', maker: maker.name }
      : { code: 'device.firmwareTpm', maker: maker.name, host: maker.host },
  ];
}

/** TPMs that are known to fail at attestation. */
function judgeTraps(
  { maker, firmware }: TpmFacts,
  { processorModel }: HardwareInventory,
  osBuild: string | null,
): readonly PreflightFinding[] {
  const version = firmware === null ? null : `${firmware.major}.${firmware.minor}`;
  switch (maker?.name) {
    case 'Infineon': {
      if (firmware === null || version === null) return [];
      if (firmware.major === 15 && firmware.minor === 22) {
        return [{ code: 'device.infineonTimeout', firmware: version }];
      }
      const last = LAST_WEAK_FIRMWARE.get(firmware.major);
      const isWeak = last !== undefined && firmware.minor <= last;
      return isWeak ? [{ code: 'device.infineonWeakKeys', firmware: version }] : [];
    }
    case 'AMD':
      return [{ code: 'device.amdFirmware', firmware: version }];
    case 'Intel': {
      const build = windowsBuildOf(osBuild);
      if (build === null) return [];
      const isTooOld = build.number < WINDOWS_10_21H2 || isBefore(build, [WINDOWS_10_21H2], TIGER_LAKE_REVISION);
      const is11th = /\b11th Gen\b/i.test(processorModel ?? '');
      return is11th && isTooOld ? [{ code: 'device.tigerLake', build: buildWords(build) }] : [];
    }
    case undefined:
    default:
      return [];
  }
}

function judgeWindows(osBuild: string | null, osType: string | null): readonly PreflightFinding[] {
  const edition: PreflightFinding = { code: 'device.editionNotKnown' };
  const build = windowsBuildOf(osBuild);
  // WinPE has a build of its own, which says nothing of the Windows on the disk.
  if (build === null || osType !== 'FullOS') return [{ code: 'device.buildNotKnown' }, edition];
  const told = buildWords(build);
  const isTooOldForPreparation =
    build.number < WINDOWS_11_22H2 || isBefore(build, [WINDOWS_11_22H2, WINDOWS_11_23H2], PREPARATION_REVISION);
  return [
    ...(isBefore(build, [WINDOWS_11_21H2], ATTESTATION_REVISION)
      ? [{ code: 'device.windows11Attestation' as const, build: told }]
      : []),
    ...(isTooOldForPreparation ? [{ code: 'device.tooOldForPreparation' as const, build: told }] : []),
    ...(build.number < FIRST_WINDOWS_11 ? [{ code: 'device.windows10' as const, build: told }] : []),
    edition,
  ];
}

function judgeParts({ inspection: { fields }, inventory }: CapturedDevice): readonly PreflightFinding[] {
  const media = new Set(fields.macAddresses.map(({ medium }) => medium));
  const hasWireless = media.has('wifi') || media.has('wwan');
  const hasCard = hasWireless || media.has('ethernet') || media.has('unspecified') || media.has('other');
  return [
    ...(fields.osType === 'WinPE' ? [{ code: 'device.capturedInWinPe' as const }] : []),
    ...(inventory.disks.length === 0 ? [{ code: 'device.noDisk' as const }] : []),
    ...(hasCard ? [] : [{ code: 'device.noNetworkCard' as const }]),
    ...(hasWireless && !media.has('ethernet') && !media.has('unspecified') && !media.has('other')
      ? [{ code: 'device.onlyWireless' as const }]
      : []),
  ];
}

function judgeMaker(manufacturer: string | null, productName: string | null): readonly PreflightFinding[] {
  const maker = manufacturer?.trim() ?? '';
  if (maker === '' || maker === NO_STRING) return [{ code: 'device.makerNotKnown' }];
  const known = PREFILL_MAKERS.find(({ pattern }) => pattern.test(maker));
  if (known !== undefined) return [{ code: 'device.prefill', maker: known.name }];
  const isSurface = /^microsoft\b/i.test(maker) && /^surface\b/i.test(productName ?? '');
  return [isSurface ? { code: 'device.prefill', maker: 'Microsoft Surface' } : { code: 'device.noPrefill', maker }];
}
