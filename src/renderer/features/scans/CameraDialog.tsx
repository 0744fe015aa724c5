import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { commonText } from '../../text/common.ts';
import { scanText } from '../../text/scans.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { isCameraMissing } from '../../ui/openCamera.ts';
import { watchCamera } from './watchCamera.ts';

const useStyles = makeStyles({
  picture: {
    width: '100%',
    aspectRatio: '4 / 3',
    objectFit: 'cover',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackgroundStatic,
  },
});

interface CameraDialogProps {
  readonly onRead: (text: string) => void;
  readonly onClose: () => void;
}

/** Scans with the computer's own camera, for benches without a hand scanner. */
export default function CameraDialog({ onRead, onClose }: CameraDialogProps) {
  const styles = useStyles();
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useEffectEvent(onRead);

  useEffect(() => {
    const stop = new AbortController();
    if (video.current !== null) {
      watchCamera(video.current, stop.signal, (text) => read(text)).catch((error: unknown) => {
        if (stop.signal.aborted) return;
        setProblem(isCameraMissing(error) ? scanText.cameraMissing : scanText.cameraRefused);
      });
    }
    return () => stop.abort();
  }, []);

  return (
    <DialogFrame
      title={scanText.cameraTitle}
      actions={
        <Button size="large" onClick={onClose}>
          {commonText.cancel}
        </Button>
      }
      onClose={onClose}
    >
      {problem === null ? (
        <Text>{scanText.cameraHint}</Text>
      ) : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <video ref={video} className={styles.picture} aria-label={scanText.cameraPicture} muted playsInline />
    </DialogFrame>
  );
}
