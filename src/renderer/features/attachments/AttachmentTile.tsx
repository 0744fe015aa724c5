import { useState } from 'react';
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import type { Attachment } from '../../../shared/attachments/attachment.ts';
import { useClient } from '../../api/clientContext.ts';
import { saveBlob } from '../../api/saveDocument.ts';
import { useCommand } from '../../api/useCommand.ts';
import { formatter } from '../../text/formatter.ts';
import { attachmentText as text } from '../../text/attachments.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useNotify } from '../../ui/notify.ts';
import { PhotoDialog } from './PhotoDialog.tsx';
import { readAttachment } from './readAttachment.ts';

const useStyles = makeStyles({
  tile: {
    display: 'grid',
    gridTemplateRows: '160px auto auto',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  look: {
    display: 'grid',
    placeItems: 'center',
    width: '100%',
    height: '160px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: 'hidden',
    fontSize: '48px',
    color: tokens.colorNeutralForeground2,
  },
  opens: {
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  small: { width: '100%', height: '100%', objectFit: 'cover' },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  name: { overflowWrap: 'anywhere' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** One photo or file: what it is, how long it stays, and what can be done with it. */
export function AttachmentTile({ attachment }: { readonly attachment: Attachment }) {
  const styles = useStyles();
  const client = useClient();
  const notify = useNotify();
  const keeping = useCommand('attachments.keep');
  const removing = useCommand('attachments.remove', { showsFailure: true });
  const [isOpen, setIsOpen] = useState(false);
  const [asksRemoval, setAsksRemoval] = useState(false);
  const { id, name, kind, thumbnail, sizeBytes, addedAt, addedBy, isKept, forgetAt } = attachment;

  async function save(): Promise<void> {
    const outcome = await readAttachment(client, id);
    if (outcome.ok) saveBlob(outcome.value.blob, outcome.value.fileName);
    else notify.failed(outcome.error);
  }
  async function remove(): Promise<void> {
    const outcome = await removing.run({ id });
    if (outcome.ok) notify.done(text.removed(name));
  }

  const picture =
    thumbnail === null ? (
      <DocumentRegular />
    ) : (
      <img src={`data:image/jpeg;base64,${thumbnail}`} alt="" className={styles.small} />
    );
  const facts = [
    formatter.fileSize(sizeBytes),
    ...(forgetAt === null ? [] : [text.goes(formatter.day(forgetAt))]),
    ...(isKept ? [text.kept] : []),
  ];
  return (
    <li className={styles.tile}>
      {kind === 'photo' ? (
        <button
          type="button"
          className={mergeClasses(styles.look, styles.opens)}
          aria-label={text.open(name)}
          onClick={() => setIsOpen(true)}
        >
          {picture}
        </button>
      ) : (
        <div className={styles.look}>{picture}</div>
      )}
      <div className={styles.words}>
        <Text weight="semibold" className={styles.name}>
          {name}
        </Text>
        <Text size={200}>{text.by(formatter.dayAndTime(addedAt), addedBy)}</Text>
        <Text size={200}>{facts.join(' · ')}</Text>
      </div>
      <div className={styles.acts}>
        <Button size="large" appearance="subtle" aria-label={text.saveNamed(name)} onClick={() => void save()}>
          {text.save}
        </Button>
        {kind === 'file' && (
          <Button
            size="large"
            appearance="subtle"
            disabledFocusable={keeping.running}
            aria-label={isKept ? text.letGoNamed(name) : text.keepNamed(name)}
            onClick={() => void keeping.run({ id, isKept: !isKept })}
          >
            {isKept ? text.letGo : text.keep}
          </Button>
        )}
        <Button
          size="large"
          appearance="subtle"
          aria-label={text.removeNamed(name)}
          onClick={() => setAsksRemoval(true)}
        >
          {text.remove}
        </Button>
      </div>
      {isOpen && <PhotoDialog photo={attachment} onClose={() => setIsOpen(false)} />}
      {asksRemoval && (
        <ConfirmDialog
          title={text.removeTitle(name)}
          confirm={text.remove}
          isComplete
          running={removing.running}
          failure={removing.failure}
          onConfirm={() => void remove()}
          onClose={() => setAsksRemoval(false)}
        >
          <Text>{text.removeSentence}</Text>
        </ConfirmDialog>
      )}
    </li>
  );
}
