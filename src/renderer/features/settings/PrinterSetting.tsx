import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  SpinButton,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { PORT_MOST } from '../../../shared/labels/printerAddress.ts';
import { useCommand } from '../../api/useCommand.ts';
import { settingsText } from '../../text/settings.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import type { SettingsCardProps } from './settingsCard.ts';
import { TextSetting } from './TextSetting.tsx';

const useStyles = makeStyles({
  address: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 112px',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
  },
});

/** The only address to which labels are sent, and whether a printer there prints. */
export function PrinterSetting({ settings: { printerHost, printerPort }, onChange }: SettingsCardProps) {
  const styles = useStyles();
  const test = useCommand('labels.printTest', { showsFailure: true });
  const [took, setTook] = useState<string | null>(null);

  async function print(): Promise<void> {
    setTook(null);
    const outcome = await test.run({});
    if (outcome.ok) setTook(outcome.value.printer);
  }

  return (
    <>
      <div className={styles.address}>
        <TextSetting
          label={settingsText.printerHost}
          hint={settingsText.printerHint}
          value={printerHost}
          maxLength={253}
          onKeep={(host) => onChange({ printerHost: host })}
        />
        <Field label={settingsText.printerPort} hint={settingsText.printerPortHint}>
          <SpinButton
            value={printerPort}
            min={1}
            max={PORT_MOST}
            onChange={(_, { value, displayValue }) => {
              const next = value ?? Number(displayValue);
              if (Number.isInteger(next) && next >= 1 && next <= PORT_MOST) onChange({ printerPort: next });
            }}
          />
        </Field>
      </div>
      <Button
        size="large"
        icon={test.running ? <Spinner size="tiny" /> : <PrintRegular />}
        disabledFocusable={test.running || printerHost === ''}
        onClick={() => void print()}
      >
        {settingsText.testLabel}
      </Button>
      {test.failure !== null && <ProblemBar failure={test.failure} />}
      {took !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{settingsText.testLabelSent(took)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
