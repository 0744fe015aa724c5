import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { ExportHandlers } from '../../../shared/api/contract/exports.ts';
import type { Document } from '../../../shared/api/document.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { isConsentMissing, noConsent } from '../../../shared/consent/consent.ts';
import { consentMissingWords } from '../../../shared/consent/consentWords.ts';
import { checkBeforeSending, sendingProblemWords } from '../../../shared/hashes/checkBeforeSending.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { exportNoteWords } from '../../../shared/exports/exportNote.ts';
import { neverAgainWords } from '../../../shared/registration/registrationWords.ts';
import { splitIntoFiles, targets, type ExportTarget } from '../../../shared/intake/targetFiles.ts';
import { encodeWindows1252 } from '../../../shared/intake/windows1252.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { sha256 } from '../hashes/hashInspector.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { exportList } from './exportList.ts';

const targetNames: Readonly<Record<ExportTarget, string>> = {
  intune: 'Intune',
  'partner-center': 'Partner Center',
  'corporate-identifiers': 'Intune’s corporate identifiers',
};

/** A file for these registers whatever is in it: a device marked “never register again” must not be. */
const registers: ReadonlySet<ExportTarget> = new Set(['intune', 'partner-center']);

/** How many devices are written before other work gets its turn. */
const DEVICES_AT_ONCE = 200;

/** Writes lists of devices, and the files that Microsoft's portals take. The latter are the only way by which hashes leave Reseal for a file, so they are audited. */
export function createExportsService(context: ServiceContext): ExportHandlers {
  const { audit, captures, consents, devices, donorMarks, history, ports, publish, store, who } = context;

  /** What waits for a partner says since when, and in which file it is. */
  function noteInPartnerFiles(deviceIds: readonly string[], nameOf: (file: number) => string): void {
    for (const [index, deviceId] of deviceIds.entries()) {
      if (devices.get(deviceId)?.registration !== 'none') continue;
      // Partner Center’s files are as long as its limit of rows, in the order of the rows.
      const name = nameOf(Math.floor(index / targets['partner-center'].mostRows));
      devices.change(deviceId, { partnerFileAt: ports.clock.now().toISOString(), partnerFileName: name });
      const sentence = `Written into ${name} for Partner Center.`;
      history.add({ deviceId, subject: 'registration', sentence, source: who() });
    }
  }

  return {
    'exports.list': (wanted) => exportList(context, wanted),
    async 'exports.write'({ target, deviceIds }) {
      const rows: (readonly string[])[] = [];
      const inRows: string[] = [];
      const refused: { serialNumber: string; reason: string }[] = [];
      const notes: OutputOf<'exports.write'>['notes'] = [];
      for (const [index, deviceId] of deviceIds.entries()) {
        if (index % DEVICES_AT_ONCE === 0) await nextTurn();
        const device = devices.get(deviceId);
        if (device === null) {
          refused.push({ serialNumber: deviceId, reason: 'It is not in the queue any more.' });
          continue;
        }
        const mark = registers.has(target) ? donorMarks.ofDevice(device) : null;
        if (mark !== null) {
          refused.push({ serialNumber: deviceTitle(device), reason: neverAgainWords({ why: mark.reason }) });
          continue;
        }
        const consent = registers.has(target) ? consents.of(device.tenantId) : noConsent;
        if (isConsentMissing(consent)) {
          refused.push({ serialNumber: deviceTitle(device), reason: consentMissingWords(consent) });
          continue;
        }
        const hardwareHash = captures.hardwareHashOf(deviceId);
        const problem =
          hardwareHash === null || target === 'corporate-identifiers'
            ? null
            : checkBeforeSending(hardwareHash, device.serialNumber, sha256);
        if (problem !== null) {
          refused.push({ serialNumber: deviceTitle(device), reason: sendingProblemWords(problem) });
          continue;
        }
        const row = targets[target].rowOf({ ...named(device), hardwareHash });
        if (row.state === 'refused') {
          refused.push({ serialNumber: deviceTitle(device), reason: row.reason });
          continue;
        }
        rows.push(row.values);
        inRows.push(deviceId);
        for (const note of row.notes) {
          notes.push({ serialNumber: deviceTitle(device), note, sentence: exportNoteWords(note) });
        }
      }
      const files = splitIntoFiles(target, rows);
      const day = ports.clock.now().toISOString().slice(0, 10);
      const nameOf = (file: number): string => fileName(target, day, file, files.length);
      if (files.length > 0) {
        const into = neutralFormatter.count(files.length, 'file', 'files');
        const sentence = `Wrote ${neutralFormatter.count(rows.length, 'device', 'devices')} into ${into} for ${targetNames[target]}.`;
        store.write(() => {
          audit.add({ who: who(), action: 'exports.write', sentence, devices: inRows });
          if (target === 'partner-center') noteInPartnerFiles(inRows, nameOf);
        });
        if (target === 'partner-center') publish('devices.changed');
      }
      return {
        files: files.map((text, index) => documentOf(text, nameOf(index))),
        written: rows.length,
        refused,
        notes,
      };
    },
  };
}

function named({ serialNumber, manufacturer, model, productKeyId, groupTag, assignedUser }: DeviceRecord) {
  return { serialNumber, manufacturer, model, productKeyId, groupTag, assignedUser };
}

function fileName(target: ExportTarget, day: string, index: number, of: number): string {
  return of === 1 ? `${target}-${day}.csv` : `${target}-${day}-${index + 1}-of-${of}.csv`;
}

function documentOf(text: string, name: string): Document {
  return { fileName: name, mediaType: 'text/csv', base64: Buffer.from(encodeWindows1252(text)).toString('base64') };
}
