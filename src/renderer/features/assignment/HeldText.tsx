import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular, ArrowSyncRegular, ErrorCircleRegular, type FluentIcon } from '@fluentui/react-icons';
import type { HeldField, HeldState } from '../../../shared/assignment/heldValue.ts';
import { heldValueSentence } from '../../../shared/assignment/heldValueWords.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { commonText } from '../../text/common.ts';
import { formatter } from '../../text/formatter.ts';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    maxWidth: '100%',
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  mark: { display: 'inline-flex', flexShrink: 0 },
});

const marks: Partial<Record<HeldState, FluentIcon>> = {
  onItsWay: ArrowSyncRegular,
  differs: ArrowSwapRegular,
  refused: ErrorCircleRegular,
};

interface HeldTextProps {
  readonly device: DeviceView;
  readonly field: HeldField;
  /** What is true at Microsoft, as a person reads it. */
  readonly text: string | null;
  readonly title?: string | null;
}

/** What Microsoft holds, in a row of a table, with a mark where something else is wished; its sentence is one hover away. */
export function HeldText({ device, field, text, title = text }: HeldTextProps) {
  const styles = useStyles();
  const value = device.properties[field];
  const Mark = marks[value.state];
  const sentence = heldValueSentence(field, value, formatter);
  if (Mark === undefined || sentence === null) return <span title={title ?? undefined}>{text ?? commonText.none}</span>;
  return (
    <span className={styles.root} title={sentence}>
      <span className={styles.text}>{text ?? commonText.none}</span>
      <span role="img" aria-label={sentence} className={styles.mark}>
        <Mark />
      </span>
    </span>
  );
}
