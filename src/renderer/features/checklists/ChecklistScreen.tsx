import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons';
import type { ChecklistView } from '../../../shared/checklists/checklist.ts';
import type { Document } from '../../../shared/api/document.ts';
import { useClient } from '../../api/clientContext.ts';
import { openDocument } from '../../api/openDocument.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { checklistsText } from '../../text/checklists.ts';
import { newerText } from '../../text/ownChecklists.ts';
import { Bar } from '../../ui/Bar.tsx';
import { Card } from '../../ui/Card.tsx';
import { narrow } from '../../ui/breakpoints.ts';
import { ChecklistSteps } from './ChecklistSteps.tsx';
import { OptionFields } from './OptionFields.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useMakePaper } from '../../ui/makePaper.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { When } from '../../ui/When.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  facts: { display: 'grid', marginRight: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
  card: { flexGrow: 1, minHeight: 0, [narrow]: { minHeight: '480px' } },
  steps: { flexGrow: 1, flexBasis: 0, minHeight: 0, overflowY: 'auto' },
});

/** The whole checklist of one device, to tick, to print and to keep. */
export function ChecklistScreen({ id }: { readonly id: string }) {
  const reading = useProcedure('checklists.get', { id }, ['checklists.changed', 'devices.changed']);
  const title =
    reading.state === 'ready' ? checklistsText.screenTitle(reading.value.serialNumber) : checklistsText.title;
  return (
    <Screen title={title} full titleHidden>
      <Loaded reading={reading} lines={12}>
        {(checklist) => <Sheet checklist={checklist} />}
      </Loaded>
    </Screen>
  );
}

function Sheet({ checklist }: { readonly checklist: ChecklistView }) {
  const styles = useStyles();
  const client = useClient();
  const makePaper = useMakePaper();
  const mark = useCommand('checklists.mark');
  const setOptions = useCommand('checklists.setOptions');
  const { id, deviceId, serialNumber, model, title, done, required } = checklist;
  const [standing, since] = standingOf(checklist);

  const withPdf = (handOver: (file: Document) => void): Promise<void> =>
    makePaper((withCodes) => client.call('checklists.document', { id, format: 'pdf', withCodes }), handOver);

  return (
    <>
      <div className={styles.head}>
        <Serial size="large" wrap>
          {serialNumber}
        </Serial>
        <div className={styles.facts}>
          <Text weight="semibold">{title}</Text>
          <Text className={styles.quiet}>
            {model} · {standing} <When at={since} />
          </Text>
        </div>
        <LinkButton to={{ page: 'checklists' }} appearance="subtle">
          {checklistsText.back}
        </LinkButton>
        <LinkButton to={{ page: 'device', id: deviceId }}>{checklistsText.device}</LinkButton>
        <Button size="large" icon={<PrintRegular />} onClick={() => void withPdf(openDocument)}>
          {checklistsText.print}
        </Button>
        <Button size="large" icon={<ArrowDownloadRegular />} onClick={() => void withPdf(saveDocument)}>
          {checklistsText.savePdf}
        </Button>
      </div>
      <Card
        title={checklistsText.stepsTitle}
        className={styles.card}
        aside={<Text weight="semibold">{checklistsText.progress(done, required)}</Text>}
      >
        <Bar label={checklistsText.progressLabel(serialNumber)} done={done} total={required} />
        {checklist.newer !== null && <NewerBar checklist={checklist} newer={checklist.newer} />}
        {checklist.endedAt === null && (
          <OptionFields options={checklist.options} onChange={(options) => void setOptions.run({ id, options })} />
        )}
        <div className={styles.steps} data-scroller>
          <ChecklistSteps
            checklist={checklist}
            onMark={(itemId, state, note) => void mark.run({ id, itemId, state, ...(note !== undefined && { note }) })}
          />
        </div>
      </Card>
    </>
  );
}

interface NewerBarProps {
  readonly checklist: ChecklistView;
  readonly newer: NonNullable<ChecklistView['newer']>;
}

/** What a newer version of the list would change, to be taken or left. */
function NewerBar({ checklist: { id }, newer: { version, added, removed, changed } }: NewerBarProps) {
  const taking = useCommand('checklists.takeNewer');
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{newerText.title(version)}</MessageBarTitle>{' '}
        {newerText.words(added.length, removed.length, changed.length)}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="large" disabledFocusable={taking.running} onClick={() => void taking.run({ id })}>
          {newerText.take}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function standingOf({ startedAt, completedAt, endedAt }: ChecklistView): readonly [word: string, since: string] {
  if (completedAt !== null) return [checklistsText.finishedAt, completedAt];
  return endedAt === null ? [checklistsText.startedAt, startedAt] : [checklistsText.endedAt, endedAt];
}
