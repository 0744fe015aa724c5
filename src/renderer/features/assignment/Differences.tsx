import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { heldField, isDifferent, sentField, type HeldField } from '../../../shared/assignment/heldValue.ts';
import { heldValueSentence } from '../../../shared/assignment/heldValueWords.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { useCommand } from '../../api/useCommand.ts';
import { differencesText } from '../../text/assignment.ts';
import { formatter } from '../../text/formatter.ts';
import { useNotify } from '../../ui/notify.ts';

const useStyles = makeStyles({ root: { display: 'grid', gap: tokens.spacingVerticalS } });

/** Where Microsoft holds something else than is wished here, property by property, with both ways out. */
export function Differences({ device }: { readonly device: DeviceView }) {
  const styles = useStyles();
  const differing = heldField.options.filter((field) => isDifferent(device.properties[field]));
  if (differing.length === 0) return null;
  return (
    <section aria-label={differencesText.label} className={styles.root}>
      {differing.map((field) => (
        <Difference key={field} device={device} field={field} />
      ))}
    </section>
  );
}

function Difference({ device, field }: { readonly device: DeviceView; readonly field: HeldField }) {
  const take = useCommand('assignment.takeTheirs');
  const send = useCommand('assignment.sendOurs');
  const tellQueued = useTellQueued();
  const notify = useNotify();
  const sent = sentField.safeParse(field).data ?? null;
  const isRunning = take.running || send.running;

  async function takeTheirs(): Promise<void> {
    const outcome = await take.run({ deviceIds: [device.id], fields: [field] });
    if (outcome.ok) notify.done(differencesText.taken(outcome.value.taken));
  }

  async function sendOurs(): Promise<void> {
    if (sent === null) return;
    const outcome = await send.run({ deviceIds: [device.id], fields: [sent] });
    if (outcome.ok) tellQueued(outcome.value);
  }

  const name = differencesText.fields[field];
  return (
    <MessageBar intent="warning" layout="multiline" role="group" aria-label={name}>
      <MessageBarBody>
        <MessageBarTitle>{name}</MessageBarTitle>
        {heldValueSentence(field, device.properties[field], formatter)}
        {sent === null && ` ${differencesText.partnerOnly}`}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="medium" disabledFocusable={isRunning} onClick={() => void takeTheirs()}>
          {differencesText.take}
        </Button>
        {sent !== null && (
          <Button size="medium" disabledFocusable={isRunning} onClick={() => void sendOurs()}>
            {differencesText.send}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
