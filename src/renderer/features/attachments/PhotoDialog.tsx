import { useEffect, useState } from 'react';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { Attachment } from '../../../shared/attachments/attachment.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { useClient } from '../../api/clientContext.ts';
import { attachmentText as text } from '../../text/attachments.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { readAttachment } from './readAttachment.ts';

const useStyles = makeStyles({
  photo: { maxWidth: '100%', maxHeight: '65vh', objectFit: 'contain', borderRadius: tokens.borderRadiusMedium },
});

/** A photo as large as there is room. */
export function PhotoDialog({ photo, onClose }: { readonly photo: Attachment; readonly onClose: () => void }) {
  const styles = useStyles();
  const client = useClient();
  const [url, setUrl] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let made: string | null = null;
    let isOver = false;
    void readAttachment(client, photo.id).then((outcome) => {
      if (isOver) return;
      if (!outcome.ok) {
        setFailure(outcome.error);
        return;
      }
      made = URL.createObjectURL(outcome.value.blob);
      setUrl(made);
    });
    return () => {
      isOver = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [client, photo.id]);

  return (
    <DialogFrame
      title={photo.name}
      size="table"
      actions={
        <Button size="large" appearance="primary" onClick={onClose}>
          {text.close}
        </Button>
      }
      onClose={onClose}
    >
      {failure !== null && <ProblemBar failure={failure} />}
      {url === null && failure === null && <Spinner label={text.loading} />}
      {url !== null && <img src={url} alt={photo.name} className={styles.photo} />}
    </DialogFrame>
  );
}
