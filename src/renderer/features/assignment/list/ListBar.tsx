import { useRef } from 'react';
import { Button, makeStyles, Text, Toolbar, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, SaveRegular } from '@fluentui/react-icons';
import type { ListedLine } from '../../../../shared/assignment/listedChange.ts';
import { useClient } from '../../../api/clientContext.ts';
import { saveDocument } from '../../../api/saveDocument.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { goTo } from '../../../app/navigation.ts';
import { queueAddress } from '../../../app/address.ts';
import { useShortcut } from '../../../app/shortcuts.ts';
import { useTakeBack } from '../../../acts/useTakeBack.ts';
import { listText } from '../../../text/list.ts';
import { useNotify } from '../../../ui/notify.ts';
import { PrimaryAction } from '../../../ui/PrimaryAction.tsx';
import { changeView } from '../../devices/queue/queueView.ts';
import { chooseOfList, discardList, type ListWork } from './listWork.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  rest: { marginRight: 'auto', paddingLeft: tokens.spacingHorizontalS },
});

interface ListBarProps {
  readonly tenantId: string;
  readonly list: ListWork;
  readonly lines: readonly ListedLine[];
}

/** Applies the list, and says how many devices it will change and whom it leaves. */
export function ListBar({ tenantId, list, lines }: ListBarProps) {
  const styles = useStyles();
  const client = useClient();
  const notify = useNotify();
  const takeBack = useTakeBack();
  const apply = useCommand('assignment.applyList');
  const applyButton = useRef<HTMLElement>(null);
  // To the button only: what a list changes is worth a look, and a second key.
  useShortcut('n', () => applyButton.current?.focus());
  const isApplied = ({ effect, line }: ListedLine): boolean =>
    effect === 'spared'
      ? list.overwrite.has(line)
      : (effect === 'add' || effect === 'change') && !list.leaveOut.has(line);
  const applied = lines.filter(isApplied).length;
  const spared = lines.filter(({ effect }) => effect === 'spared');
  const staying = spared.filter(({ line }) => !list.overwrite.has(line)).length;
  const deviceIds = [...new Set(lines.flatMap(({ deviceId }) => deviceId ?? []))];
  const input = {
    tenantId,
    base64: list.base64,
    overwrite: spared.filter(({ line }) => list.overwrite.has(line)).map(shownBefore),
    leaveOut: [...list.leaveOut],
  };

  async function confirm(): Promise<void> {
    if (applied === 0) return;
    const outcome = await apply.run(input);
    if (!outcome.ok) return;
    const { actId, changed, ...rest } = outcome.value;
    notify.done(listText.applied(changed, rest), changed === 0 ? undefined : () => void takeBack(actId));
    chooseOfList({ overwrite: new Set(), leaveOut: new Set() });
  }

  async function save(): Promise<void> {
    const outcome = await client.call('assignment.leftOutOfList', input);
    if (outcome.ok) saveDocument(outcome.value);
    else notify.failed(outcome.error);
  }

  return (
    <Toolbar aria-label={listText.bar} className={styles.root}>
      {applied === 0 ? (
        <Text weight="semibold">{listText.nothing}</Text>
      ) : (
        <PrimaryAction
          ref={applyButton}
          icon={<CheckmarkRegular />}
          running={apply.running}
          onClick={() => void confirm()}
        >
          {listText.apply(applied)}
        </PrimaryAction>
      )}
      <Text size={400} role="status" className={styles.rest}>
        {listText.stay(staying)}
      </Text>
      {deviceIds.length > 0 && (
        <Button
          size="large"
          appearance="subtle"
          aria-label={listText.selectLong(deviceIds.length)}
          onClick={() => {
            changeView({ selection: new Set(deviceIds), selectedUnder: '' });
            goTo(queueAddress);
          }}
        >
          {listText.select(deviceIds.length)}
        </Button>
      )}
      <Button size="large" appearance="subtle" icon={<SaveRegular />} onClick={() => void save()}>
        {listText.save}
      </Button>
      <Button
        size="large"
        appearance="subtle"
        onClick={() => {
          discardList();
          goTo(queueAddress);
        }}
      >
        {listText.discard}
      </Button>
    </Toolbar>
  );
}

const shownBefore = ({ line, values }: ListedLine) => ({
  line,
  before: values.flatMap(({ isOthers, before }) => (isOthers && before !== null ? [before] : [])),
});
