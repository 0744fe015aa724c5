import type { BenchHandlers } from '../../../shared/api/contract/bench.ts';
import type { ScanHandlers } from '../../../shared/api/contract/scans.ts';
import type { SettingsHandlers } from '../../../shared/api/contract/settings.ts';
import type { BenchRun } from '../../../shared/bench/benchRun.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { namedChoiceWords, whichOneSentence, type DeviceChoice } from '../../../shared/devices/deviceChoice.ts';
import { readCode, readScan, type ReadCode } from '../../../shared/scans/readScan.ts';
import type { Scan } from '../../../shared/scans/scan.ts';
import { scanIssue } from '../../../shared/scans/scanIssues.ts';
import type { ScanReading, ScanVerdict, TakeIn } from '../../../shared/scans/scanReading.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { adoptDevices } from '../devices/adoptDevices.ts';
import { readSettings } from '../settings/settingsService.ts';
import { recordDevice, recordPageCode } from '../tracking/recordDevice.ts';
import type { ServiceContext } from '../serviceContext.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { findScanned, scannedZtdId, type Found } from './findScanned.ts';
import { readShelf } from './readShelf.ts';
import { createLookUpInTenant, type LookedUp } from './lookUpInTenant.ts';

/** A longer text that is no code is likely a hardware hash, which is kept nowhere but in the captures. */
const MOST_UNKNOWN_CHARACTERS = 200;

/** What a scanned code is, whose device it belongs to, and what follows from it. */
export function createScansService(
  context: ServiceContext,
  {
    'bench.record': recordBench,
    'settings.write': writeSettings,
  }: Pick<BenchHandlers, 'bench.record'> & Pick<SettingsHandlers, 'settings.write'>,
): ScanHandlers {
  const { benchRuns, deviceViews: views, devices, history, ports, publish, scans, settings, store, tenants } = context;
  const lookUpInTenant = createLookUpInTenant(context);
  const activeTenant = () => tenants.all().find(({ active }) => active) ?? null;
  const activeTenantId = (): string | null => activeTenant()?.id ?? null;

  const choiceOf = ({ id, tenantId }: DeviceRecord): DeviceChoice => ({
    device: views.get(id),
    tenantName: tenantNameOf(tenants, tenantId),
  });

  /**
   * The code of a scan, with the keys before it where they belong to it: they make a code of the text that it is not by itself, or
   * the queue does not know the text without them. Where it knows both, both may be meant.
   */
  function readWhole(text: string, before: string): { readonly read: ReadCode; readonly rivals: readonly ReadCode[] } {
    const alone = readCode(text);
    if (before === '' || !isPlain(alone)) return { read: alone, rivals: [] };
    const whole = readCode(`${before}${text}`);
    const isKnown = (read: ReadCode): boolean => !['none', 'similar'].includes(findScanned(read, devices, null).kind);
    if (!isPlain(whole) || !isKnown(alone)) return { read: whole, rivals: [] };
    return isKnown(whole) ? { read: whole, rivals: [alone] } : { read: alone, rivals: [] };
  }

  /** What the active tenant says about a device that the queue cannot vouch for; null where there is nothing to ask. */
  async function lookUp(read: ReadCode, found: Found): Promise<LookedUp | null> {
    const ztdId = scannedZtdId(read);
    const tenantId = activeTenantId();
    const isVouchedFor = found.kind === 'otherTenant' || (found.kind === 'device' && found.device.ztdId !== null);
    if (tenantId === null || isVouchedFor) return null;
    if (ztdId !== null) return lookUpInTenant.byZtdId(tenantId, ztdId);
    const { kind, serialNumber } = read.scan;
    // Where the queue has the serial number, or several devices that may be meant, it answers by itself.
    const isUnknown = found.kind === 'none' || found.kind === 'similar';
    if (kind !== 'serial' || serialNumber === null || !isUnknown) return null;
    const answer = await lookUpInTenant.bySerialNumber(tenantId, serialNumber);
    // What is no code of a registration is nobody's fault to lack one.
    return answer.kind === 'absent' || answer.kind === 'notAsked' ? null : answer;
  }

  async function judge(scan: Scan, found: Found, lookedUp: LookedUp | null, apply: boolean): Promise<ScanReading> {
    const tenant = activeTenant();
    const tenantName = tenant?.name ?? tenantNameOf(tenants, '');
    if (lookedUp?.kind === 'absent') {
      const device = 'device' in found ? views.get(found.device.id) : null;
      return { verdict: 'notInTenant', scan, device, tenantName };
    }
    const inTenant = tenant === null ? null : inTenantReading(scan, lookedUp, tenant);
    if (inTenant !== null && (found.kind === 'none' || found.kind === 'similar')) return inTenant;
    switch (found.kind) {
      case 'none':
        if (!isDevice(scan)) return { verdict: 'unreadable', scan, device: null };
        return { verdict: 'notInQueue', scan, device: null, takeIn: takeInByCode(scan, lookedUp, tenant) };
      case 'several':
      case 'similar':
        return { verdict: found.kind, scan, device: null, choices: found.devices.map(choiceOf) };
      case 'otherTenant': {
        const otherName = tenantNameOf(tenants, found.device.tenantId);
        return { verdict: 'otherTenant', scan, device: views.get(found.device.id), tenantName: otherName };
      }
      case 'otherZtdId': {
        const isInTenant = lookedUp?.kind === 'registered';
        const device = views.get(found.device.id);
        return { verdict: 'otherZtdId', scan, device, tenantName, isInTenant };
      }
      case 'device': {
        if (scan.result !== null) return readResult(scan, scan.result, found.device, apply);
        const isUnknown = scan.issues.some(({ code }) => code === 'scan.result-unknown');
        return { verdict: isUnknown ? 'resultUnknown' : 'found', scan, device: views.get(found.device.id) };
      }
    }
  }

  async function readResult(
    scan: Scan,
    result: NonNullable<Scan['result']>,
    { id, bench }: DeviceRecord,
    apply: boolean,
  ): Promise<ScanReading> {
    const { elapsedMs } = scan;
    const [lastRun] = benchRuns.ofDevice(id);
    if (bench === outcomes[result] && isTimeOf(lastRun, elapsedMs)) {
      return { verdict: 'alreadyRecorded', scan, device: views.get(id), result };
    }
    if (!apply) return { verdict: 'resultNotRecorded', scan, device: views.get(id), result };
    const device = await recordBench({
      deviceId: id,
      step: result,
      again: false,
      // The code proves that a flow ended: one whose start nobody recorded is known by its end.
      startUnknown: true,
      acceptsLoss: false,
      ...(elapsedMs === null ? {} : { elapsedMs: Math.max(1, Math.round(elapsedMs)) }),
    });
    return { verdict: 'recorded', scan, device, result, elapsedMs, startUnknown: bench !== 'running' };
  }

  /** Keeps the scan; an Autopilot code of a device tells its ZTDID where the queue does not know it yet. */
  function keep({ scan, raw: text }: ReadCode, found: Found, lookedUp: LookedUp | null, verdict: ScanVerdict): void {
    const device = found.kind === 'device' ? found.device : null;
    store.write(() => {
      scans.add({
        at: ports.clock.now().toISOString(),
        raw: isSecret(scan, text) ? `(${text.length} characters, not kept)` : text,
        kind: scan.kind,
        deviceId: device?.id ?? null,
        verdict,
      });
      if (device === null || scan.ztdId === null || verdict === 'notInTenant') return;
      if (lookedUp?.kind === 'registered' && device.registration === 'none')
        recordDevice(context, device.id, lookedUp.device);
      notePage(device.id, scan.ztdId);
      history.add({
        deviceId: device.id,
        subject: 'scan',
        sentence: device.ztdId === null ? 'The QR code was scanned; its ZTDID is noted.' : 'The QR code was scanned.',
        source: context.who(),
      });
    });
  }

  /**
   * What the page proves: that the device is registered, and that its profile is on it. After a removal or a refusal the page
   * may be an old one's.
   */
  function notePage(id: string, ztdId: string): void {
    const device = devices.get(id);
    if (device === null) return;
    const { ztdId: known, registration } = device;
    switch (registration) {
      case 'none':
      case 'queued':
      case 'submitted':
      case 'pending':
        recordPageCode(context, id, ztdId);
        history.add({
          deviceId: id,
          subject: 'registration',
          sentence: 'The code on its Autopilot page tells that it is registered.',
          source: context.who(),
          from: registration,
          to: 'registered',
        });
        return;
      case 'registered':
        devices.change(id, { ...(known === null && { ztdId }), pageScannedAt: ports.clock.now().toISOString() });
        return;
      case 'failed':
      case 'removing':
      case 'removed':
        if (known === null) devices.change(id, { ztdId });
    }
  }

  /** A badge changes who works at this bench, as the settings do. */
  async function readBadge(scan: Scan, initials: string, apply: boolean): Promise<ScanReading> {
    const { technicianInitials: before } = readSettings(settings);
    if (apply && initials !== before) await writeSettings({ technicianInitials: initials });
    return { verdict: 'technician', scan, device: null, initials, before };
  }

  async function readAndKeep(input: Parameters<ScanHandlers['scans.read']>[0]): Promise<ScanReading> {
    const { read, rivals } = readWhole(input.text, input.before);
    if (read.scan.initials !== null) return readBadge(read.scan, read.scan.initials, input.apply);
    if (read.scan.shelf !== null) return readShelf(context, read, input);
    const found = findScanned(read, devices, activeTenantId(), { rivals, chosenId: input.deviceId ?? null });
    const lookedUp = await lookUp(read, found);
    const reading = await judge(read.scan, found, lookedUp, input.apply);
    keep(read, found, lookedUp, reading.verdict);
    if (found.kind === 'device') {
      publish('devices.changed');
      publish('checklists.changed');
    }
    // Keeping the scan may have noted the device's ZTDID.
    return reading.device === null ? reading : { ...reading, device: views.get(reading.device.id) };
  }

  return {
    'scans.classify': ({ text }) => readScan(text),
    'scans.find': ({ text, tenantId }) => {
      const read = readCode(text);
      const found = findScanned(read, devices, null);
      const all = 'device' in found ? [found.device] : 'devices' in found ? found.devices : [];
      const choices = all.filter((device) => tenantId === undefined || device.tenantId === tenantId).map(choiceOf);
      const isCertain = choices.length === 1 && found.kind !== 'similar';
      return { scan: withDoubt(read.scan, found, choices), choices, isCertain };
    },
    'scans.read': readAndKeep,
    'scans.takeIn': async ({ text, before, tenantId, ztdId }) => {
      const { read } = readWhole(text, before);
      const scannedSerialNumber = scannedZtdId(read) === ztdId ? read.scan.serialNumber : null;
      const wanted = [{ ztdId, scannedSerialNumber }];
      const { refused } = await adoptDevices(context, tenantId, wanted, !lookUpInTenant.isSilent(tenantId));
      // Another bench may have taken it in meanwhile: then it is found all the same.
      const refusal = refused.find(({ refusal: { code } }) => code !== 'devices.inQueue');
      if (refusal !== undefined) throw new AppError('conflict', refusal.reason);
      return readAndKeep({ text, before, apply: true });
    },
  };
}

/** A time that a person read from the screen is told in whole minutes. */
const READ_BY_HAND_MS = 60_000;

const outcomes = { success: 'succeeded', failure: 'failed' } as const;

/** Whether a code may tell the time of a run that is recorded; with another time it is the code of another run. */
function isTimeOf(run: BenchRun | undefined, elapsedMs: number | null): boolean {
  const recordedMs = run?.elapsedMs ?? null;
  return recordedMs === null || elapsedMs === null || Math.abs(recordedMs - elapsedMs) < READ_BY_HAND_MS;
}

type Named = Pick<TenantRecord, 'id' | 'name'>;

/** A device that the tenant has, as far as it was looked up; null where it has none. */
function inTenantReading(scan: Scan, lookedUp: LookedUp | null, { id: tenantId, name }: Named): ScanReading | null {
  const reading = { verdict: 'inTenantNotInQueue', scan, device: null, tenantName: name } as const;
  const unknown = { profileName: null, profileStatus: null };
  switch (lookedUp?.kind) {
    case 'registered': {
      const { id: ztdId, serialNumber, deploymentProfile, profileStatus } = lookedUp.device;
      const takeIn = { tenantId, tenantName: name, ztdId, by: 'tenant' } as const;
      return { ...reading, serialNumber, profileName: deploymentProfile?.displayName ?? null, profileStatus, takeIn };
    }
    case 'listed': {
      const { ztdId, serialNumber } = lookedUp.device;
      return { ...reading, ...unknown, serialNumber, takeIn: { tenantId, tenantName: name, ztdId, by: 'list' } };
    }
    case 'severalListed':
      return { ...reading, ...unknown, serialNumber: lookedUp.serialNumber, takeIn: null };
    case 'absent':
    case 'notAsked':
    case undefined:
      return null;
  }
}

/** The page of the device shows its code only where it is registered: without a network that has to do. */
function takeInByCode({ ztdId, serialNumber }: Scan, lookedUp: LookedUp | null, tenant: Named | null): TakeIn | null {
  if (ztdId === null || serialNumber === null || tenant === null || lookedUp?.kind !== 'notAsked') return null;
  return { tenantId: tenant.id, tenantName: tenant.name, ztdId, by: 'code' };
}

/** The verdict on a code that leaves more than one device, or none for certain. */
function withDoubt(scan: Scan, { kind }: Found, choices: readonly DeviceChoice[]): Scan {
  const name = scan.serialNumber ?? scan.ztdId ?? 'this code';
  if (kind === 'several' && choices.length > 1) {
    const sentence = whichOneSentence(name, choices);
    return { ...scan, issues: [...scan.issues, scanIssue('scan.several-devices', 'serialNumber', { sentence })] };
  }
  if (kind !== 'similar' || choices.length === 0) return scan;
  const similar = choices.map(namedChoiceWords).join(' or ');
  return { ...scan, issues: [...scan.issues, scanIssue('scan.similar-device', 'serialNumber', { devices: similar })] };
}

/** Whether a code has no structure of its own, so that a character more or less shows nowhere. */
const isPlain = ({ scan: { kind } }: ReadCode): boolean =>
  kind === 'serial' || kind === 'product-key-id' || kind === 'unknown';

/** Whether the code names a device at all. */
function isDevice({ kind, ztdId, serialNumber }: Scan): boolean {
  return ztdId !== null || serialNumber !== null || kind === 'product-key-id';
}

function isSecret({ kind, issues }: Scan, text: string): boolean {
  const isKey = issues.some(({ code }) => code === 'scan.product-key' || code === 'scan.hardware-hash');
  return kind === 'unknown' && (isKey || text.length > MOST_UNKNOWN_CHARACTERS);
}
