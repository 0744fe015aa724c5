import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import decoderAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { openCamera } from '../../ui/openCamera.ts';

const PICTURE = { width: 1_280, height: 720 };
const FORMATS = ['QRCode', 'Code128', 'Code39', 'DataMatrix', 'EAN-13'] as const;

// By default the decoder would be fetched from a CDN; this bench may be offline.
prepareZXingModule({ overrides: { locateFile: () => decoderAddress } });

/**
 * Shows the camera in `video` and tells the first code it sees, once.
 * @throws DOMException when there is no camera, or it may not be used
 */
export async function watchCamera(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onRead: (text: string) => void,
): Promise<void> {
  const close = await openCamera(video, PICTURE);
  try {
    const text = await firstCode(video, signal);
    if (text !== null) onRead(text);
  } finally {
    close();
  }
}

/** Null where the person closed the camera first. */
async function firstCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  await nextPicture();
  const text = await codeIn(video);
  if (signal.aborted) return null;
  return text ?? firstCode(video, signal);
}

async function codeIn(video: HTMLVideoElement): Promise<string | null> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0) return null;
  context.drawImage(video, 0, 0);
  const pictures = context.getImageData(0, 0, canvas.width, canvas.height);
  const codes = await readBarcodes(pictures, { formats: [...FORMATS], maxNumberOfSymbols: 1 });
  return codes.find((code) => code.isValid && code.text !== '')?.text ?? null;
}

function nextPicture(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
