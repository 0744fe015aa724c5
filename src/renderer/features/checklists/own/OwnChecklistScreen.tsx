import { useState } from 'react';
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowDownRegular, ArrowUpRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons';
import type { ChecklistTemplate, TemplateItem } from '../../../../shared/checklists/checklist.ts';
import { addStep, changeStep, emptyStep, moveStep, removeStep } from '../../../../shared/checklists/editChecklist.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ownChecklistsText as text } from '../../../text/ownChecklists.ts';
import { Card } from '../../../ui/Card.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Screen } from '../../../ui/Screen.tsx';
import { StepDialog } from './StepDialog.tsx';
import { useSaveList } from './useSaveList.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '52px',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { display: 'grid', marginRight: 'auto', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  add: { alignSelf: 'start' },
});

type Asking =
  | { readonly what: 'rename' }
  | { readonly what: 'add'; readonly blockId: string }
  | { readonly what: 'change'; readonly item: TemplateItem };

/** A list that the lab made: its steps, each of them kept as soon as it is changed. */
export function OwnChecklistScreen({ id }: { readonly id: string }) {
  const own = useProcedure('checklists.own', {}, ['checklists.changed']);
  const list =
    own.state === 'ready' ? own.value.checklists.find(({ template }) => template.id === id)?.template : undefined;
  return (
    <Screen
      title={list?.title ?? text.title}
      actions={
        <LinkButton to={{ page: 'ownChecklists' }} appearance="subtle">
          {text.backToLists}
        </LinkButton>
      }
    >
      <Loaded reading={own} lines={12}>
        {() => (list === undefined ? <EmptyState sentence={text.gone} /> : <Editor list={list} />)}
      </Loaded>
    </Screen>
  );
}

function Editor({ list }: { readonly list: ChecklistTemplate }) {
  const styles = useStyles();
  const saving = useSaveList();
  const [asking, setAsking] = useState<Asking | null>(null);

  async function keep(after: ChecklistTemplate): Promise<void> {
    if (await saving.change(list, after)) setAsking(null);
  }

  return (
    <>
      <div className={styles.row}>
        <Text className={styles.words}>{[text.version(list.version), text.steps(list)].join(' · ')}</Text>
        <Button size="large" icon={<EditRegular />} onClick={() => setAsking({ what: 'rename' })}>
          {text.rename}
        </Button>
      </div>
      {list.blocks.map((block) => (
        <Card key={block.id} title={block.title}>
          <ul className={styles.list} aria-label={block.title}>
            {block.items.map((item, index) => (
              <li key={item.id} className={styles.row}>
                <div className={styles.words}>
                  <Text weight="semibold">{`${item.id} ${item.title}`}</Text>
                  <Text className={styles.quiet}>{item.doneWhen}</Text>
                </div>
                <Button
                  size="large"
                  appearance="subtle"
                  icon={<ArrowUpRegular />}
                  aria-label={text.up(item.title)}
                  disabledFocusable={index === 0 || saving.running}
                  onClick={() => void keep(moveStep(list, item.id, -1))}
                />
                <Button
                  size="large"
                  appearance="subtle"
                  icon={<ArrowDownRegular />}
                  aria-label={text.down(item.title)}
                  disabledFocusable={index === block.items.length - 1 || saving.running}
                  onClick={() => void keep(moveStep(list, item.id, 1))}
                />
                <Button
                  size="large"
                  appearance="subtle"
                  icon={<EditRegular />}
                  aria-label={text.edit(item.title)}
                  onClick={() => setAsking({ what: 'change', item })}
                />
                <Button
                  size="large"
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={text.removeStep(item.title)}
                  disabledFocusable={saving.running}
                  onClick={() => void keep(removeStep(list, item.id))}
                />
              </li>
            ))}
          </ul>
          <Button
            size="large"
            className={styles.add}
            icon={<AddRegular />}
            aria-label={text.addStepTo(block.title)}
            onClick={() => setAsking({ what: 'add', blockId: block.id })}
          >
            {text.addStep}
          </Button>
        </Card>
      ))}
      {asking?.what === 'rename' && (
        <RenameDialog
          title={list.title}
          running={saving.running}
          onConfirm={(title) => void keep({ ...list, title })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'add' && (
        <StepDialog
          title={text.newTitle}
          step={emptyStep}
          running={saving.running}
          onConfirm={(draft) => void keep(addStep(list, asking.blockId, draft))}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'change' && (
        <StepDialog
          title={text.editTitle(asking.item.id)}
          step={asking.item}
          running={saving.running}
          onConfirm={(draft) => void keep(changeStep(list, asking.item.id, draft))}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface RenameDialogProps {
  readonly title: string;
  readonly running: boolean;
  readonly onConfirm: (title: string) => void;
  readonly onClose: () => void;
}

function RenameDialog({ title, running, onConfirm, onClose }: RenameDialogProps) {
  const [name, setName] = useState(title);
  return (
    <ConfirmDialog
      title={text.rename}
      confirm={text.saveStep}
      disabled={name.trim() === ''}
      running={running}
      onConfirm={() => onConfirm(name.trim())}
      onClose={onClose}
    >
      <Field label={text.name} required>
        <Input size="large" value={name} maxLength={200} onChange={(_, { value }) => setName(value)} />
      </Field>
    </ConfirmDialog>
  );
}
