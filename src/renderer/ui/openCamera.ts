interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Shows the computer’s camera in `video`, the one that looks away from the person where there are two.
 * @param size as near to it as the camera can
 * @returns what closes it
 * @throws DOMException when there is no camera, or it may not be used
 */
export async function openCamera(video: HTMLVideoElement, { width, height }: PictureSize): Promise<() => void> {
  const picture = { facingMode: 'environment', width: { ideal: width }, height: { ideal: height } };
  const stream = await navigator.mediaDevices.getUserMedia({ video: picture });
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    close();
    throw error;
  }
  return close;
}

/** Whether the computer has no camera; else it may not be used. */
export const isCameraMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';
