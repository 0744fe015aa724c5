import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useProcedure } from '../../api/useProcedure.ts';
import { attachmentText as text } from '../../text/attachments.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { AttachBar } from './AttachBar.tsx';
import { AttachmentTile } from './AttachmentTile.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

/** Photos of failures, log archives and what else belongs to the device. */
export function AttachmentsTab({ deviceId }: { readonly deviceId: string }) {
  const styles = useStyles();
  const reading = useProcedure('attachments.list', { deviceId }, ['devices.changed']);
  return (
    <div className={styles.root}>
      <AttachBar deviceId={deviceId} />
      <Loaded reading={reading}>
        {({ attachments }) =>
          attachments.length === 0 ? (
            <Text>{`${text.empty} ${text.intro}`}</Text>
          ) : (
            <ul className={styles.list} aria-label={text.list}>
              {attachments.map((attachment) => (
                <AttachmentTile key={attachment.id} attachment={attachment} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
