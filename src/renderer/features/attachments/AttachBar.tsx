import { useRef, useState } from 'react';
import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { CameraRegular, DocumentAddRegular } from '@fluentui/react-icons';
import { attachmentText as text } from '../../text/attachments.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useDropZoneStyles } from '../../ui/dropZone.styles.ts';
import { useDropZone } from '../../ui/useDropZone.ts';
import { TakePhotoDialog } from './TakePhotoDialog.tsx';
import { useAttach } from './useAttach.ts';

const useStyles = makeStyles({
  progress: { flexGrow: 1, minWidth: '240px' },
});

interface AttachBarProps {
  readonly deviceId: string;
  /** Everything that was chosen is attached. */
  readonly onAttached?: () => void;
}

/** Where photos and files of a device come in: from the camera, chosen, or dropped. */
export function AttachBar({ deviceId, onAttached }: AttachBarProps) {
  const styles = useStyles();
  const dropZone = useDropZoneStyles();
  const { attach, sending } = useAttach(deviceId);
  const { isOver, zone } = useDropZone(({ files }) => void take([...files]));
  const [asksCamera, setAsksCamera] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || sending !== null) return;
    if (await attach(files)) onAttached?.();
  }

  return (
    <div className={mergeClasses(dropZone.zone, isOver && dropZone.over)} {...zone}>
      <Button
        size="large"
        icon={<CameraRegular />}
        disabledFocusable={sending !== null}
        onClick={() => setAsksCamera(true)}
      >
        {text.takePhoto}
      </Button>
      <Button
        size="large"
        icon={<DocumentAddRegular />}
        disabledFocusable={sending !== null}
        onClick={() => input.current?.click()}
      >
        {text.chooseFiles}
      </Button>
      {sending === null ? (
        <Text>{isOver ? text.dropNow : text.drop}</Text>
      ) : (
        <div className={styles.progress}>
          <ProgressLine
            label={text.sending(sending.name)}
            done={sending.part}
            total={1}
            count={text.part(Math.round(sending.part * 100))}
          />
        </div>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.chooseFiles}
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])]);
          // The same file can be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
      {asksCamera && (
        <TakePhotoDialog
          onTaken={(photo) => {
            setAsksCamera(false);
            void take([photo]);
          }}
          onClose={() => setAsksCamera(false)}
        />
      )}
    </div>
  );
}
