import type { AttachmentHandlers } from '../../../shared/api/contract/attachments.ts';
import { MOST_BYTES, MOST_OF_ONE_DEVICE, type Attachment } from '../../../shared/attachments/attachment.ts';
import { pictureType } from '../../../shared/attachments/pictureType.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { Formatter } from '../../../shared/format/formatter.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';

/**
 * Photos and files of devices: brought in pieces, kept in the queue, handed out again. Their names may hold a person’s in any form, and
 * so stand in no history.
 */
export function createAttachmentsService(context: ServiceContext): AttachmentHandlers {
  const { attachments, audit, benchRuns, devices, formatter, history, publish, store, who } = context;

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
    const { deviceId } = whole;
    history.add({
      deviceId,
      subject: 'attachment',
      sentence: `A ${kind} was attached.`,
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
      refuseSize(sizeBytes, formatter);
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
        const { deviceId } = attachmentWith(id);
        attachments.keep(id, isKept);
        const sentence = isKept ? 'A file is kept.' : 'A file goes when its time is over.';
        history.add({ deviceId, subject: 'attachment', sentence, source: who() });
      });
      publish('devices.changed');
      return { attachment: attachmentWith(id) };
    },
    'attachments.remove': ({ id }) => {
      store.write(() => {
        const { deviceId, kind } = attachmentWith(id);
        const device = devices.get(deviceId);
        attachments.remove(id);
        const sentence = `A ${kind} was removed.`;
        history.add({ deviceId, subject: 'attachment', sentence, source: who() });
        const of = device === null ? '' : ` of ${deviceTitle(device)}`;
        audit.add({
          who: who(),
          action: 'attachments.remove',
          sentence: `A ${kind}${of} was removed.`,
          devices: [deviceId],
        });
      });
      publish('devices.changed');
      return {};
    },
  };
}

function refuseSize(sizeBytes: number, formatter: Formatter): void {
  if (sizeBytes === 0) {
    throw new AppError('invalid-input', 'The size of the file is 0: there is nothing to keep.', {
      remedy: 'Look whether it is the right file.',
    });
  }
  if (sizeBytes > MOST_BYTES) {
    const size = formatter.fileSize(sizeBytes);
    throw new AppError(
      'invalid-input',
      `The size of the file is ${size}, and the most is ${formatter.fileSize(MOST_BYTES)}.`,
      {
        remedy: 'Attach the part of it that tells what failed, and note where the rest is.',
      },
    );
  }
}

const unknownAttachment = (): AppError =>
  new AppError('not-found', 'This photo or file is not there any more.', { remedy: 'Look at the list once more.' });
