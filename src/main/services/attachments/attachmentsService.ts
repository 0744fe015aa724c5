import type { AttachmentHandlers } from '../../../shared/api/contract/attachments.ts';
import { MOST_OF_ONE_DEVICE, type Attachment } from '../../../shared/attachments/attachment.ts';
import { pictureType } from '../../../shared/attachments/pictureType.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';

const kindWords = { photo: 'photo', file: 'file' } as const;

/** Photos and files of devices: brought in pieces, kept in the queue, handed out again. */
export function createAttachmentsService(context: ServiceContext): AttachmentHandlers {
  const { attachments, audit, benchRuns, devices, history, publish, store, who } = context;

  function attachmentWith(id: string): Attachment {
    const found = attachments.get(id);
    if (found === null) throw unknownAttachment();
    return found;
  }

  /** Judges a file by its own bytes, now that all have come. */
  function complete(id: string): Attachment {
    const mediaType = pictureType(attachments.piece(id, 0) ?? new Uint8Array());
    const kind = mediaType === null ? 'file' : 'photo';
    attachments.complete(id, { kind, mediaType: mediaType ?? 'application/octet-stream' });
    const whole = attachmentWith(id);
    const { deviceId, name } = whole;
    history.add({
      deviceId,
      subject: 'attachment',
      sentence: `The ${kindWords[kind]} ${name} was attached.`,
      source: who(),
    });
    return whole;
  }

  return {
    'attachments.list': ({ deviceId }) => {
      const found = attachments.ofDevice(deviceId);
      return { attachments: found, totalBytes: found.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
    },
    'attachments.add': ({ deviceId, name, sizeBytes, thumbnail }) => {
      if (devices.get(deviceId) === null) throw unknownDevice();
      return store.write(() => {
        if (attachments.countOf(deviceId) >= MOST_OF_ONE_DEVICE) {
          throw new AppError('conflict', `This device has ${MOST_OF_ONE_DEVICE} photos and files already.`, {
            remedy: 'Remove those that nobody needs, then attach it again.',
          });
        }
        const benchRunId = benchRuns.ofDevice(deviceId)[0]?.id ?? null;
        return { id: attachments.add({ deviceId, benchRunId, name, sizeBytes, thumbnail, addedBy: who() }) };
      });
    },
    'attachments.append': ({ id, base64 }) => {
      const bytes = Buffer.from(base64, 'base64');
      const whole = store.write(() => {
        const { sizeBytes } = attachmentWith(id);
        const arrived = attachments.arrived(id);
        const total = arrived.bytes + bytes.length;
        if (total > sizeBytes || bytes.length === 0) {
          throw new AppError('conflict', 'More of this file came than was said.', { remedy: 'Attach it again.' });
        }
        attachments.append(id, arrived.pieces, bytes);
        return total === sizeBytes ? complete(id) : null;
      });
      if (whole !== null) publish('devices.changed');
      return { attachment: whole };
    },
    'attachments.read': ({ id, piece }) => {
      const { name: fileName, mediaType } = attachmentWith(id);
      const bytes = attachments.piece(id, piece);
      if (bytes === null) throw unknownAttachment();
      const base64 = Buffer.from(bytes).toString('base64');
      return { file: { fileName, mediaType, base64 }, pieces: attachments.arrived(id).pieces };
    },
    'attachments.keep': ({ id, isKept }) => {
      store.write(() => {
        const { deviceId, name } = attachmentWith(id);
        attachments.keep(id, isKept);
        const sentence = `The file ${name} ${isKept ? 'is kept' : 'goes when its time is over'}.`;
        history.add({ deviceId, subject: 'attachment', sentence, source: who() });
      });
      publish('devices.changed');
      return { attachment: attachmentWith(id) };
    },
    'attachments.remove': ({ id }) => {
      store.write(() => {
        const { deviceId, name, kind } = attachmentWith(id);
        const device = devices.get(deviceId);
        attachments.remove(id);
        const sentence = `The ${kindWords[kind]} ${name} was removed.`;
        history.add({ deviceId, subject: 'attachment', sentence, source: who() });
        const of = device === null ? '' : ` of ${deviceTitle(device)}`;
        audit.add({
          who: who(),
          action: 'attachments.remove',
          sentence: `A ${kindWords[kind]}${of} was removed.`,
          devices: [deviceId],
        });
      });
      publish('devices.changed');
      return {};
    },
  };
}

const unknownAttachment = (): AppError =>
  new AppError('not-found', 'This photo or file is not there any more.', { remedy: 'Look at the list once more.' });
