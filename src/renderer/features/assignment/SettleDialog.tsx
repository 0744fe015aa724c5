import { useState } from 'react';
import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { heldField, sentField, type HeldField } from '../../../shared/assignment/heldValue.ts';
import { differenceWords } from '../../../shared/assignment/heldValueWords.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { differencesText } from '../../text/assignment.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { Serial } from '../../ui/Serial.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalS, minHeight: '160px' },
  examples: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  values: { margin: 0, overflowWrap: 'anywhere' },
});

/** Take what Microsoft holds, or send what is wished here. */
export type Way = 'take' | 'send';

interface SettleDialogProps {
  readonly way: Way;
  readonly deviceIds: readonly string[];
  readonly onClose: () => void;
}

/** Shows what differs, property by property, before all of it goes one way. */
export function SettleDialog({ way, deviceIds, onClose }: SettleDialogProps) {
  const styles = useStyles();
  const [left, setLeft] = useState<readonly HeldField[]>([]);
  const open: readonly HeldField[] = way === 'take' ? heldField.options : sentField.options;
  const found = useProcedure('assignment.differences', { deviceIds: [...deviceIds], fields: [...open] }, [
    'devices.changed',
  ]);
  const take = useCommand('assignment.takeTheirs', { showsFailure: true });
  const send = useCommand('assignment.sendOurs', { showsFailure: true });
  const tellQueued = useTellQueued();
  const notify = useNotify();
  const counts = found.state === 'ready' ? found.value.counts : [];
  const chosen = counts.map(({ field }) => field).filter((field) => !left.includes(field));

  async function confirm(): Promise<void> {
    const ids = [...deviceIds];
    if (way === 'take') {
      const outcome = await take.run({ deviceIds: ids, fields: chosen });
      if (!outcome.ok) return;
      notify.done(differencesText.taken(outcome.value.taken));
    } else {
      const outcome = await send.run({
        deviceIds: ids,
        fields: sentField.options.filter((one) => chosen.includes(one)),
      });
      if (!outcome.ok) return;
      tellQueued(outcome.value);
    }
    onClose();
  }

  return (
    <ConfirmDialog
      title={differencesText.titles[way]}
      confirm={way === 'take' ? differencesText.take : differencesText.send}
      disabled={chosen.length === 0}
      running={take.running || send.running}
      failure={take.failure ?? send.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <div className={styles.part}>
        <Loaded reading={found}>
          {(value) =>
            value.devices === 0 ? (
              <Text role="status">{differencesText.none}</Text>
            ) : (
              <>
                <Text weight="semibold" role="status">
                  {differencesText.found(value.devices)}
                </Text>
                {value.counts.map((count) => (
                  <Checkbox
                    key={count.field}
                    checked={!left.includes(count.field)}
                    onChange={(_, { checked }) =>
                      setLeft(checked === true ? left.filter((field) => field !== count.field) : [...left, count.field])
                    }
                    label={labelOf(way, count)}
                  />
                ))}
                <dl className={styles.examples}>
                  {value.examples.map((example) => (
                    <Example key={`${example.serialNumber} ${example.field}`} {...example} />
                  ))}
                </dl>
                <Text>{differencesText.hints[way]}</Text>
              </>
            )
          }
        </Loaded>
      </div>
    </ConfirmDialog>
  );
}

type Found = OutputOf<'assignment.differences'>;

/** How many, and how many of them would be empty afterwards. */
function labelOf(way: Way, { field, devices, withoutTheirs, withoutOurs }: Found['counts'][number]): string {
  return differencesText.count(field, devices, way === 'take' ? withoutTheirs : withoutOurs);
}

function Example({ serialNumber, field, ...values }: Found['examples'][number]) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <Serial>{serialNumber}</Serial>
      </dt>
      <dd className={styles.values}>{`${differencesText.fields[field]}: ${differenceWords(values)}`}</dd>
    </>
  );
}
