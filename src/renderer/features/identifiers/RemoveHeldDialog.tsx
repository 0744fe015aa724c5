import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { heldListText, type HeldListText } from '../../text/identifiers.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Serial } from '../../ui/Serial.tsx';
import type { HeldRow } from './heldRow.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    maxHeight: '240px',
    overflowY: 'auto',
    lineHeight: tokens.lineHeightBase400,
  },
});

/** So many are named one by one; nobody reads more. */
const MOST_NAMED = 100;

interface RemoveHeldDialogProps {
  readonly tenant: TenantView;
  readonly text: HeldListText;
  readonly rows: readonly HeldRow[];
  readonly running: boolean;
  readonly failure: Failure | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Names exactly what is removed, and asks once: for the serial number of one, or for the number of many. */
export function RemoveHeldDialog({ tenant, text, rows, ...rest }: RemoveHeldDialogProps) {
  const styles = useStyles();
  const [first, ...others] = rows;
  const typed =
    first !== undefined && others.length === 0
      ? { text: first.name, label: heldListText.typedSerial(first.name) }
      : { text: String(rows.length), label: heldListText.typedCount(rows.length) };
  return (
    <ConfirmDialog
      title={text.removeTitle(rows.length)}
      confirm={text.remove(rows.length).replace('…', '')}
      typed={typed}
      {...rest}
    >
      <Text>{text.removeSentence(tenant.name)}</Text>
      <ul className={styles.list} aria-label={heldListText.toRemove} tabIndex={0}>
        {rows.slice(0, MOST_NAMED).map(({ id, name, manufacturer, model }) => (
          <li key={id}>
            <Serial>{name}</Serial> {[manufacturer, model].filter(Boolean).join(' ')}
          </li>
        ))}
        {rows.length > MOST_NAMED && <li>{heldListText.more(rows.length - MOST_NAMED)}</li>}
      </ul>
    </ConfirmDialog>
  );
}
