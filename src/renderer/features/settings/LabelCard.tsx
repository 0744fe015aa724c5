import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { labelBounds } from '../../../shared/labels/labelSize.ts';
import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import { MillimetreSetting } from './MillimetreSetting.tsx';
import { PrinterSetting } from './PrinterSetting.tsx';
import type { SettingsCardProps } from './settingsCard.ts';

const useStyles = makeStyles({
  size: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalM },
});

export function LabelCard({ settings, onChange }: SettingsCardProps) {
  const styles = useStyles();
  return (
    <Card title={settingsText.labels}>
      <div className={styles.size}>
        <MillimetreSetting
          label={settingsText.labelWidth}
          value={settings.labelWidthMm}
          bounds={labelBounds.widthMm}
          onKeep={(labelWidthMm) => onChange({ labelWidthMm })}
        />
        <MillimetreSetting
          label={settingsText.labelHeight}
          value={settings.labelHeightMm}
          bounds={labelBounds.heightMm}
          onKeep={(labelHeightMm) => onChange({ labelHeightMm })}
        />
      </div>
      <Text size={200}>{settingsText.labelHint}</Text>
      <PrinterSetting settings={settings} onChange={onChange} />
    </Card>
  );
}
