import { attachmentText as text } from '../../text/attachments.ts';

/** What the video shows now, as a file named after the moment; null where it shows nothing. */
export async function photoOf(video: HTMLVideoElement, now: Date): Promise<File | null> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d');
  if (context === null || canvas.width === 0) return null;
  context.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  return new File([blob], text.photoName(stampOf(now)), { type: 'image/jpeg' });
}

/** `2026-12-02 20.31.07`, as no file name may hold a colon on Windows. */
function stampOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.')}`;
}
