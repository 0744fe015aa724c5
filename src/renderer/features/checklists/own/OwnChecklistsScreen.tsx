import { useRef } from 'react';
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowUploadRegular, CopyRegular, DeleteRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { ChecklistTemplate } from '../../../../shared/checklists/checklist.ts';
import { isOwnList } from '../../../../shared/checklists/ownChecklist.ts';
import { saveDocument } from '../../../api/saveDocument.ts';
import { useClient } from '../../../api/clientContext.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { formatAddress } from '../../../app/address.ts';
import { goTo } from '../../../app/navigation.ts';
import { ownChecklistsText as text } from '../../../text/ownChecklists.ts';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useNotify } from '../../../ui/notify.ts';
import { Screen } from '../../../ui/Screen.tsx';
import { useDropZone } from '../../../ui/useDropZone.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '56px',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { display: 'grid', justifyItems: 'start', marginRight: 'auto', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}` },
});

type Own = OutputOf<'checklists.own'>['checklists'][number];

/** The lists that the lab made itself, and those of Reseal to begin one with. */
export function OwnChecklistsScreen() {
  const styles = useStyles();
  const notify = useNotify();
  const chooser = useRef<HTMLInputElement>(null);
  const own = useProcedure('checklists.own', {}, ['checklists.changed']);
  const all = useProcedure('checklists.templates', {}, ['checklists.changed']);
  const save = useCommand('checklists.saveTemplate');

  async function takeIn(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const outcome = await save.run({ content: await file.text() });
      if (outcome.ok) notify.done(text.takenIn(outcome.value.title));
    }
  }
  const { isOver, zone } = useDropZone((dropped) => void takeIn([...dropped.files]));

  return (
    <Screen
      title={text.title}
      actions={
        <>
          <LinkButton to={{ page: 'checklists' }} appearance="subtle">
            {text.back}
          </LinkButton>
          <Button size="large" icon={<ArrowUploadRegular />} onClick={() => chooser.current?.click()}>
            {text.takeIn}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".json"
            multiple
            hidden
            aria-label={text.takeIn}
            onChange={(event) => {
              void takeIn([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </>
      }
    >
      <div {...zone} className={isOver ? styles.over : undefined}>
        <Card title={text.own}>
          <Loaded reading={own} lines={3}>
            {({ checklists }) =>
              checklists.length === 0 ? (
                <EmptyState sentence={text.none} />
              ) : (
                <ul className={styles.list} aria-label={text.own}>
                  {checklists.map((one) => (
                    <OwnRow key={one.template.id} own={one} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </Card>
      </div>
      <Card title={text.ours}>
        <Loaded reading={all} lines={8}>
          {({ templates }) => (
            <ul className={styles.list} aria-label={text.ours}>
              {templates
                .filter((template) => !isOwnList(template))
                .map((template) => (
                  <OurRow key={template.id} template={template} />
                ))}
            </ul>
          )}
        </Loaded>
      </Card>
    </Screen>
  );
}

function OwnRow({ own: { template, basisTitle, changedBy, newerBasis } }: { readonly own: Own }) {
  const styles = useStyles();
  const client = useClient();
  const notify = useNotify();
  const removing = useCommand('checklists.removeTemplate');
  const save = useCommand('checklists.saveTemplate');
  const { id, title } = template;

  async function saveFile(): Promise<void> {
    const file = await client.call('checklists.templateFile', { id });
    if (file.ok) saveDocument(file.value);
    else notify.failed(file.error);
  }

  async function remove(): Promise<void> {
    const outcome = await removing.run({ id });
    if (!outcome.ok) return;
    const { content } = outcome.value;
    notify.done(text.removed(title), async () => {
      await save.run({ content });
    });
  }

  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Link href={formatAddress({ page: 'ownChecklist', id })} aria-label={text.changeNamed(title)}>
          {title}
        </Link>
        <Text className={styles.quiet}>
          {[
            basisTitle === null ? text.fromNothing : text.copyOf(basisTitle),
            text.steps(template),
            text.version(template.version),
            text.changed(changedBy),
          ].join(' · ')}
        </Text>
        {newerBasis !== null && (
          <Text>
            {text.newer(
              newerBasis.version,
              newerBasis.added.length,
              newerBasis.removed.length,
              newerBasis.changed.length,
            )}
          </Text>
        )}
      </div>
      <Button
        size="large"
        icon={<ArrowDownloadRegular />}
        aria-label={text.saveNamed(title)}
        onClick={() => void saveFile()}
      >
        {text.save}
      </Button>
      <Button size="large" icon={<DeleteRegular />} aria-label={text.removeNamed(title)} onClick={() => void remove()}>
        {text.remove}
      </Button>
    </li>
  );
}

function OurRow({ template }: { readonly template: ChecklistTemplate }) {
  const styles = useStyles();
  const copying = useCommand('checklists.copyTemplate');
  const { id, title } = template;

  async function copy(): Promise<void> {
    const outcome = await copying.run({ templateId: id, title: text.copyTitle(title) });
    if (outcome.ok) goTo({ page: 'ownChecklist', id: outcome.value.id });
  }

  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Text weight="semibold">{title}</Text>
        <Text className={styles.quiet}>{[template.scenario, text.steps(template)].join(' · ')}</Text>
      </div>
      <Button
        size="large"
        icon={<CopyRegular />}
        aria-label={text.copyNamed(title)}
        disabledFocusable={copying.running}
        onClick={() => void copy()}
      >
        {text.copy}
      </Button>
    </li>
  );
}
