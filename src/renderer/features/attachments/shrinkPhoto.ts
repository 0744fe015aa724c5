/** The longest side of a kept photo: a code on a screen is read well at it. */
const PHOTO_PX = 2_048;
const THUMBNAIL_PX = 240;
const PHOTO_QUALITY = 0.85;
const THUMBNAIL_QUALITY = 0.6;

export interface ShrunkPhoto {
  readonly photo: Blob;
  readonly thumbnail: Blob;
}

/**
 * A photo as it is kept: drawn anew as a JPEG, so that it is small and says no longer where and with which phone it was taken.
 * Null for what the browser cannot show as a picture.
 */
export async function shrinkPhoto(file: Blob): Promise<ShrunkPhoto | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  try {
    const [photo, thumbnail] = await Promise.all([
      drawn(picture, PHOTO_PX, PHOTO_QUALITY),
      drawn(picture, THUMBNAIL_PX, THUMBNAIL_QUALITY),
    ]);
    return photo === null || thumbnail === null ? null : { photo, thumbnail };
  } finally {
    picture.close();
  }
}

async function drawn(picture: ImageBitmap, longestPx: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, longestPx / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // A JPEG has no see-through parts: they would become black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
