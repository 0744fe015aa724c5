import { useState } from 'react';
import { Checkbox, Field, Link, makeStyles, Radio, RadioGroup, Text } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Document } from '../../../shared/api/document.ts';
import type { Outcome } from '../../../shared/outcome/outcome.ts';
import { useActs } from '../../acts/actsContext.ts';
import { reasonsOf } from '../../acts/useTellQueued.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { formatAddress } from '../../app/address.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { handoverText as text } from '../../text/handover.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

type What = keyof typeof text.whats;
const WHATS: readonly What[] = ['boxList', 'userList', 'table', 'cards'];

const useStyles = makeStyles({ link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' } });

interface HandoverDialogProps {
  readonly deviceIds: readonly string[];
  /** What stands chosen at first. */
  readonly first: What;
  readonly onClose: () => void;
}

/** The papers that go along with devices: lists for who takes the boxes, and a card for each end user. */
export function HandoverDialog({ deviceIds, first, onClose }: HandoverDialogProps) {
  const styles = useStyles();
  const { tools } = useActs();
  const { settings } = useWorkspace();
  const [what, setWhat] = useState<What>(first);
  const [withUsers, setWithUsers] = useState(false);

  async function make(): Promise<void> {
    onClose();
    let leftOut: OutputOf<'handover.cards'>['leftOut'] = [];
    let devices = 0;
    const common = { deviceIds: [...deviceIds], withUsers };
    const ask = async (withCodes: boolean): Promise<Outcome<Document>> => {
      if (what === 'cards') {
        const outcome = await tools.client.call('handover.cards', { ...common, withCodes });
        if (!outcome.ok) return outcome;
        ({ leftOut, devices } = outcome.value);
        return { ok: true, value: outcome.value.document };
      }
      const outcome = await tools.client.call('handover.list', {
        ...common,
        format: what === 'table' ? 'csv' : 'pdf',
        groupedBy: what === 'userList' ? 'user' : 'box',
        withCodes,
      });
      if (!outcome.ok) return outcome;
      ({ devices } = outcome.value);
      return { ok: true, value: outcome.value.document };
    };
    await tools.makePaper(ask, (file) => {
      saveDocument(file);
      if (leftOut.length > 0) tools.notify.warn(text.leftOut(leftOut.length), reasonsOf(leftOut));
      else tools.notify.done(text.saved(devices));
    });
  }

  return (
    <ConfirmDialog
      title={text.title(deviceIds.length)}
      confirm={text.make}
      onConfirm={() => void make()}
      onClose={onClose}
    >
      <Field label={text.what} hint={text.hints[what]}>
        <RadioGroup value={what} onChange={(_, { value }) => setWhat(WHATS.find((one) => one === value) ?? first)}>
          {WHATS.map((one) => (
            <Radio key={one} value={one} label={text.whats[one]} />
          ))}
        </RadioGroup>
      </Field>
      {what === 'cards' && settings.userContact === '' && (
        <Text>
          {text.noContact}{' '}
          <Link className={styles.link} href={formatAddress({ page: 'settings' })}>
            {text.settings}
          </Link>
        </Text>
      )}
      {what !== 'userList' && (
        <Checkbox
          size="large"
          label={text.withUsers}
          checked={withUsers}
          onChange={(_, { checked }) => setWithUsers(checked === true)}
        />
      )}
    </ConfirmDialog>
  );
}
