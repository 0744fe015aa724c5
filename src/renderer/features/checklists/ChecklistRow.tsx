import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { ChecklistView } from '../../../shared/checklists/checklist.ts';
import { useCommand } from '../../api/useCommand.ts';
import { formatAddress } from '../../app/address.ts';
import { checklistsText, checklistText } from '../../text/checklists.ts';
import { Bar } from '../../ui/Bar.tsx';
import { useNotify } from '../../ui/notify.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { Serial } from '../../ui/Serial.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(200px, 1fr) 136px minmax(0, 2fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXL,
    minHeight: '64px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { display: 'grid', justifyItems: 'start', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  progress: { display: 'grid', gap: tokens.spacingVerticalXS },
  act: { minWidth: '96px' },
});

/** One device's checklist: how far it is, and its next step to tick. */
export function ChecklistRow({ checklist }: { readonly checklist: ChecklistView }) {
  const styles = useStyles();
  const notify = useNotify();
  const mark = useCommand('checklists.mark');
  const { id, serialNumber, model, title, done, required } = checklist;
  const next = checklist.items.find((item) => item.id === checklist.nextItemId);

  async function tick(itemId: string): Promise<void> {
    const outcome = await mark.run({ id, itemId, state: 'done' });
    if (!outcome.ok) return;
    const undo = () => void mark.run({ id, itemId, state: 'open' });
    notify.done(checklistsText.ticked(itemId, serialNumber), undo);
  }

  return (
    <li className={styles.root} data-focus-home tabIndex={-1}>
      <div className={styles.words}>
        <Link href={formatAddress({ page: 'checklist', id })} aria-label={checklistsText.open(serialNumber, title)}>
          <Serial>{serialNumber}</Serial>
        </Link>
        <Text className={styles.quiet}>{model ?? title}</Text>
      </div>
      <div className={styles.progress}>
        <Text>{checklistsText.progress(done, required)}</Text>
        <Bar label={checklistsText.progressLabel(serialNumber)} done={done} total={required} />
      </div>
      {next === undefined ? (
        <StatusWord
          shape={checklist.endedAt === null ? 'done' : 'gone'}
          word={checklist.endedAt === null ? checklistsText.finished : checklistsText.ended}
        />
      ) : (
        <>
          <div className={styles.words}>
            <Text weight="semibold">
              {next.id} {next.title}
            </Text>
            <Text className={styles.quiet}>
              {checklistText.doneWhen}: {next.doneWhen}
            </Text>
          </div>
          <Button
            size="large"
            className={styles.act}
            icon={<CheckmarkRegular />}
            aria-label={checklistsText.tickOf(`${next.id} ${next.title}`, serialNumber)}
            disabledFocusable={mark.running}
            onClick={() => void tick(next.id)}
          >
            {checklistsText.tick}
          </Button>
        </>
      )}
    </li>
  );
}
