import { useMemo, useState } from 'react';
import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Scan } from '../../../shared/scans/scan.ts';
import { hasAffixes, withoutAffixes } from '../../../shared/scans/withoutAffixes.ts';
import { useCommand } from '../../api/useCommand.ts';
import { settingsText } from '../../text/settings.ts';
import { Facts } from '../../ui/Facts.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { createScanListener } from '../scans/scanListener.ts';
import type { SettingsCardProps } from './settingsCard.ts';

const useStyles = makeStyles({
  read: { display: 'grid', gap: tokens.spacingVerticalS },
});

interface Tried {
  readonly text: string;
  readonly scan: Scan;
  /** Whether it came as fast as only a scanner types. */
  readonly isScan: boolean;
}

/** A field to scan into, which says what arrived and how it is read. Nothing is recorded. */
export function ScanTrial({ settings }: Pick<SettingsCardProps, 'settings'>) {
  const styles = useStyles();
  const classify = useCommand('scans.classify', { showsFailure: true });
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState<Tried | null>(null);
  const { run } = classify;
  const { read, listener } = useMemo(() => {
    async function readText(text: string, isScan: boolean): Promise<void> {
      setTyped('');
      const outcome = await run({ text: withoutAffixes(text, settings) });
      setTried(outcome.ok ? { text, scan: outcome.value, isScan } : null);
    }
    return {
      read: readText,
      listener: createScanListener(settings.scansEndBy, ({ before, text }) => void readText(before + text, true)),
    };
  }, [run, settings]);

  return (
    <>
      <Field label={settingsText.trial} hint={settingsText.trialHint}>
        <Input
          size="large"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={() => listener.forget()}
          onKeyDown={(event) => {
            const { kind } = listener.hear({ key: event.key, at: event.timeStamp });
            if (event.key !== 'Enter' && event.key !== 'Tab') return;
            // The end key of a scan neither leaves the field nor is heard twice.
            if (kind === 'scanned' || kind === 'within') event.preventDefault();
            else if (event.key === 'Enter' && typed !== '') void read(typed, false);
          }}
        />
      </Field>
      <div role="status" className={styles.read}>
        {tried !== null && <WhatWasRead tried={tried} settings={settings} />}
      </div>
      {classify.failure !== null && <ProblemBar failure={classify.failure} />}
    </>
  );
}

function WhatWasRead({
  tried: { text, scan, isScan },
  settings,
}: { readonly tried: Tried } & Pick<SettingsCardProps, 'settings'>) {
  const hints = [
    ...(isScan ? [] : [settingsText.trialTyped]),
    ...(hasAffixes(text, settings) ? [] : [settingsText.trialWithoutAffixes]),
    ...scan.issues.map(({ message }) => message),
  ];
  const facts = [
    { label: settingsText.trialText, value: text },
    ...(scan.serialNumber === null || scan.serialNumber === text
      ? []
      : [{ label: settingsText.trialSerial, value: scan.serialNumber }]),
    ...(scan.ztdId === null ? [] : [{ label: settingsText.trialZtdId, value: scan.ztdId }]),
    ...(scan.repairs.length === 0 ? [] : [{ label: settingsText.trialRepairs, value: scan.repairs.join(', ') }]),
  ];
  return (
    <>
      <Text weight="semibold">{settingsText.scanKinds[scan.kind]}</Text>
      <Facts facts={facts} />
      {hints.map((hint) => (
        <Text key={hint}>{hint}</Text>
      ))}
    </>
  );
}
