import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import type { Settings } from '../../../shared/settings/settings.ts';
import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import { ScanTrial } from './ScanTrial.tsx';
import type { SettingsCardProps } from './settingsCard.ts';
import { TextSetting } from './TextSetting.tsx';

const MOST_CHARACTERS = 16;
const ends: readonly Settings['scansEndBy'][] = ['key', 'pause'];

const useStyles = makeStyles({
  affixes: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalM },
});

/** How the hand scanner of this computer sends its codes, and whether they arrive. */
export function ScannerCard({ settings, onChange }: SettingsCardProps) {
  const styles = useStyles();
  return (
    <Card title={settingsText.scanner}>
      <div className={styles.affixes}>
        <TextSetting
          label={settingsText.scannerPrefix}
          value={settings.scannerPrefix}
          maxLength={MOST_CHARACTERS}
          onKeep={(scannerPrefix) => onChange({ scannerPrefix })}
        />
        <TextSetting
          label={settingsText.scannerSuffix}
          value={settings.scannerSuffix}
          maxLength={MOST_CHARACTERS}
          onKeep={(scannerSuffix) => onChange({ scannerSuffix })}
        />
      </div>
      <Text size={200}>{settingsText.scannerAffixHint}</Text>
      <Field label={settingsText.scanEnd}>
        <RadioGroup
          layout="horizontal"
          value={settings.scansEndBy}
          onChange={(_, { value }) => onChange({ scansEndBy: ends.find((end) => end === value) ?? 'key' })}
        >
          {ends.map((end) => (
            <Radio key={end} value={end} label={settingsText.scanEnds[end]} />
          ))}
        </RadioGroup>
      </Field>
      <ScanTrial settings={settings} />
    </Card>
  );
}
