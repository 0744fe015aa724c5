import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { daysBefore, isRetentionOn, yearsBefore, type RetentionPlan } from '../../../shared/retention/retention.ts';
import { retentionLines } from '../../../shared/retention/retentionWords.ts';
import type { Pruned } from '../../../shared/audit/verifyChain.ts';
import { forgetUser } from '../erasure/forgetUser.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { countedFrom, countFrom } from '../settings/retentionCountedFrom.ts';

/** What is old enough to go, by the settings; each null where its setting asks for nothing. */
interface Old {
  readonly usersBefore: Date | null;
  readonly hashesBefore: Date | null;
  readonly historyBefore: Date | null;
  /** The last row of the audit log that is as old as the histories that go. */
  readonly auditTo: Pruned | null;
}

export interface RemovalByAge {
  /** What is old enough now. */
  readonly plan: () => RetentionPlan;
  /** Removes it as one act. @param by who let it go: a person, or Reseal by itself */
  readonly run: (by: 'person' | 'Reseal') => RetentionPlan;
  /** The day of the last run by itself, or of choosing the settings; null where they ask for nothing. Begins to count where it never did. */
  readonly lastAt: () => string | null;
}

/** Removing by age what the settings want kept for a time. */
export function createRemovalByAge(context: ServiceContext): RemovalByAge {
  const { audit, devices, erasure, history, ports, pseudonyms, publish, retention, settings, store, who } = context;

  function oldOnes(): Old {
    const now = ports.clock.now();
    const { keepUsersDays, keepHashesDays, keepHistoryYears } = readSettings(settings);
    const historyBefore = keepHistoryYears === null ? null : yearsBefore(now, keepHistoryYears);
    return {
      usersBefore: keepUsersDays === null ? null : daysBefore(now, keepUsersDays),
      hashesBefore: keepHashesDays === null ? null : daysBefore(now, keepHashesDays),
      historyBefore,
      auditTo: historyBefore === null ? null : audit.lastBefore(historyBefore),
    };
  }

  function planOf({ usersBefore, hashesBefore, historyBefore, auditTo }: Old): RetentionPlan {
    return {
      isOn: isRetentionOn(readSettings(settings)),
      users: usersBefore === null ? 0 : retention.withOldUsers(usersBefore).length,
      hashDevices: hashesBefore === null ? 0 : retention.withOldHashes(hashesBefore).length,
      hashes: hashesBefore === null ? 0 : retention.countHashes(hashesBefore),
      historyLines: historyBefore === null ? 0 : retention.countHistory(historyBefore),
      shiftNotes: historyBefore === null ? 0 : retention.countNotes(historyBefore),
      auditRows: auditTo === null ? 0 : retention.countAuditTo(auditTo.id),
    };
  }

  /** The user leaves the device, its changes and reports; a person whom no device names any more leaves the records too. */
  function removeUser(deviceId: string): void {
    // One that cannot be read keeps its user, and stops nothing else.
    const device = store.setAside.orNull(() => devices.get(deviceId));
    if (device === null) return;
    const { assignedUser, assignedUserName, heldUser, heldUserName } = device;
    const addresses = [assignedUser, heldUser].flatMap((address) => address ?? []);
    const names = [assignedUserName, heldUserName].flatMap((name) => name ?? []);
    forgetUser(context, deviceId);
    erasure.eraseTextsOfDevice(deviceId, [...addresses, ...names]);
    for (const address of addresses) {
      const person = pseudonyms.withAddress(address);
      if (person !== null && erasure.devicesOfUser(address).length === 0) {
        pseudonyms.forget(person.pseudonym, ports.clock.now());
      }
    }
  }

  function removeHashes(deviceId: string): void {
    retention.removeHashes(deviceId);
    devices.restateNextStep(deviceId);
    const sentence = 'The hardware hashes were removed, as they were kept long enough.';
    history.add({ deviceId, subject: 'capture', sentence, source: 'Reseal' });
  }

  function remove({ usersBefore, hashesBefore, historyBefore, auditTo }: Old, by: 'person' | 'Reseal'): void {
    const withUsers = usersBefore === null ? [] : retention.withOldUsers(usersBefore);
    const withHashes = hashesBefore === null ? [] : retention.withOldHashes(hashesBefore);
    const found = planOf({ usersBefore, hashesBefore, historyBefore, auditTo });
    for (const id of withUsers) removeUser(id);
    for (const id of withHashes) removeHashes(id);
    if (historyBefore !== null) {
      retention.removeHistory(historyBefore);
      retention.removeNotes(historyBefore);
    }
    if (auditTo !== null) audit.prune(auditTo);
    audit.add({
      who: by === 'Reseal' ? 'Reseal' : who(),
      action: 'retention.run',
      sentence: `Removed by age${by === 'Reseal' ? ', by itself,' : ''} ${retentionLines(found, neutralFormatter).join(', ')}.`,
      devices: [...new Set([...withUsers, ...withHashes])],
      ...(auditTo === null ? {} : { pruned: auditTo }),
    });
  }

  return {
    plan: () => planOf(oldOnes()),
    run(by) {
      erasure.overwriteDeleted();
      const done = store.write(() => {
        const old = oldOnes();
        const plan = planOf(old);
        if (retentionLines(plan, neutralFormatter).length > 0) remove(old, by);
        if (by === 'Reseal') countFrom(settings, ports.clock.now());
        return plan;
      });
      erasure.sweep();
      for (const event of ['devices.changed', 'jobs.changed', 'shift.changed'] as const) publish(event);
      return done;
    },
    lastAt() {
      if (!isRetentionOn(readSettings(settings))) return null;
      return countedFrom(settings) ?? store.write(() => countFrom(settings, ports.clock.now()));
    },
  };
}
