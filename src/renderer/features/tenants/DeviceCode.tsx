import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { signInText } from '../../text/tenants.ts';
import { formatter } from '../../text/formatter.ts';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { useNow } from '../../ui/useNow.ts';

const SECOND_MS = 1_000;

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  code: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface DeviceCodeProps {
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresAt: string;
}

/** The code to enter elsewhere, readable from two metres away, and how long it is good for. */
export function DeviceCode({ userCode, verificationUri, expiresAt }: DeviceCodeProps) {
  const styles = useStyles();
  const leftMs = new Date(expiresAt).getTime() - useNow(SECOND_MS).getTime();
  return (
    <div className={styles.root}>
      <Text>{signInText.codeWaiting}</Text>
      <CopyLine text={verificationUri} label={signInText.address} copy={signInText.copyAddress} />
      <div className={styles.code}>
        <Text>{signInText.code}</Text>
        <Serial size="large">{userCode}</Serial>
        <Text>{leftMs > 0 ? signInText.codeExpiresIn(formatter.stopwatch(leftMs)) : signInText.codeExpired}</Text>
      </div>
    </div>
  );
}
