import { useEffect, useRef, useState } from 'react';
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { attachmentText as text } from '../../text/attachments.ts';
import { commonText } from '../../text/common.ts';
import { scanText } from '../../text/scans.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { isCameraMissing, openCamera } from '../../ui/openCamera.ts';
import { photoOf } from './photoOf.ts';

/** Larger than a scan needs: a code on a screen is to be read from the photo. */
const PICTURE = { width: 1_920, height: 1_080 };

const useStyles = makeStyles({
  picture: {
    width: '100%',
    aspectRatio: '4 / 3',
    objectFit: 'contain',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackgroundStatic,
  },
});

interface TakePhotoDialogProps {
  readonly onTaken: (photo: File) => void;
  readonly onClose: () => void;
}

/** Takes one photo with the computer’s camera. */
export function TakePhotoDialog({ onTaken, onClose }: TakePhotoDialogProps) {
  const styles = useStyles();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'opening' | 'ready' | 'missing' | 'refused'>('opening');

  useEffect(() => {
    const stop = new AbortController();
    if (video.current !== null) {
      openCamera(video.current, PICTURE).then(
        (close) => {
          if (stop.signal.aborted) {
            close();
            return;
          }
          stop.signal.addEventListener('abort', close, { once: true });
          setState('ready');
        },
        (error: unknown) => {
          if (stop.signal.aborted) return;
          setState(isCameraMissing(error) ? 'missing' : 'refused');
        },
      );
    }
    return () => stop.abort();
  }, []);

  async function shoot(): Promise<void> {
    if (video.current === null || state !== 'ready') return;
    const photo = await photoOf(video.current, new Date());
    if (photo !== null) onTaken(photo);
  }

  return (
    <DialogFrame
      title={text.takePhoto}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button size="large" type="submit" appearance="primary" disabledFocusable={state !== 'ready'}>
            {text.shoot}
          </Button>
        </>
      }
      onSubmit={() => void shoot()}
      onClose={onClose}
    >
      {state === 'missing' || state === 'refused' ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{state === 'missing' ? scanText.cameraMissing : scanText.cameraRefused}</MessageBarBody>
        </MessageBar>
      ) : (
        <Text>{text.cameraHint}</Text>
      )}
      <video ref={video} className={styles.picture} aria-label={scanText.cameraPicture} muted playsInline />
    </DialogFrame>
  );
}
