import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Capture } from '../../../../shared/devices/capture.ts';
import { deviceText } from '../../../text/devices.ts';
import { When } from '../../../ui/When.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  capture: { display: 'grid', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Every hash that was taken from the device: when, where it came from, under which Windows. */
export function CapturesTab({ captures }: { readonly captures: readonly Capture[] }) {
  const styles = useStyles();
  if (captures.length === 0) return <Text>{deviceText.capturesEmpty}</Text>;
  return (
    <ol className={styles.root}>
      {captures.map((capture) => (
        <li key={capture.id} className={styles.capture}>
          <Text weight="semibold">
            {capture.collectedAt === null ? (
              deviceText.capturedUnknown
            ) : (
              <>
                {deviceText.captured} <When at={capture.collectedAt} />
              </>
            )}
          </Text>
          <span className={styles.quiet}>
            {deviceText.importedFrom} {capture.source}, <When at={capture.importedAt} />
            {capture.osBuild !== null && ` · ${deviceText.build} ${capture.osBuild}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
