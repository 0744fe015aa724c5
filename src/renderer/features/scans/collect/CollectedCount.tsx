import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Speaker2Regular } from '@fluentui/react-icons';
import { formatter } from '../../../text/formatter.ts';
import { collectText } from '../../../text/collect.ts';
import { Serial } from '../../../ui/Serial.tsx';
import { StatusShape } from '../../../ui/StatusShape.tsx';
import { useNow } from '../../../ui/useNow.ts';
import type { CollectedDevice, Collection } from './collection.ts';

const SECOND_MS = 1_000;

const useStyles = makeStyles({
  root: {
    display: 'grid',
    alignContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowY: 'auto',
  },
  number: {
    fontSize: '136px',
    lineHeight: '128px',
    fontWeight: tokens.fontWeightBold,
    fontVariantNumeric: 'tabular-nums',
  },
  last: {
    marginTop: tokens.spacingVerticalXXL,
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalXS,
  },
  serial: { fontSize: '32px', lineHeight: '40px', fontWeight: tokens.fontWeightSemibold },
  kind: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  hints: {
    marginTop: tokens.spacingVerticalXXL,
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
  },
});

interface CollectedCountProps {
  readonly devices: readonly CollectedDevice[];
  readonly last: Collection['last'];
}

/** How many are collected and which was the last, to be read from two metres. */
export function CollectedCount({ devices, last }: CollectedCountProps) {
  const styles = useStyles();
  const device = devices.find(({ id }) => id === last?.deviceId);
  return (
    <section aria-label={collectText.collected} className={styles.root}>
      <Text size={500}>{collectText.collected}</Text>
      <span className={styles.number}>{formatter.number(devices.length)}</span>
      <div className={styles.last} role="status">
        {device === undefined || last === null ? (
          <Text size={400}>{collectText.nothingYet}</Text>
        ) : (
          <>
            <Text size={400}>{collectText.lastScan}</Text>
            <span className={styles.serial}>
              <Serial>{device.title}</Serial>
            </span>
            <Text size={400}>{device.model}</Text>
            <span className={styles.kind}>
              <StatusShape shape={last.kind === 'again' ? 'turn' : 'done'} size="large" />
              <Text size={400} weight="semibold">
                {last.kind === 'added' && collectText.added}
                {last.kind === 'again' && collectText.again}
                {last.kind === 'paired' && collectText.paired(device.userPrincipalName ?? '')}
                <Age at={last.at} />
              </Text>
            </span>
          </>
        )}
      </div>
      <div className={styles.hints}>
        <Text size={200} className={styles.hint}>
          <Speaker2Regular fontSize={20} />
          {collectText.sounds}
        </Text>
        <Text size={200} className={styles.hint}>
          {collectText.badges}
        </Text>
      </div>
    </section>
  );
}

/** Beside the news and not part of it: a screen reader is not told every second. */
function Age({ at }: { readonly at: number }) {
  const now = useNow(SECOND_MS).getTime();
  const seconds = Math.max(0, Math.floor((now - at) / SECOND_MS));
  return <span aria-hidden="true">{`, ${collectText.ago(seconds)}`}</span>;
}
