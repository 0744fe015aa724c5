import { useState } from 'react';
import type { Attachment } from '../../../shared/attachments/attachment.ts';
import { useClient } from '../../api/clientContext.ts';
import { attachmentText as text } from '../../text/attachments.ts';
import { useNotify } from '../../ui/notify.ts';
import { sendAttachment } from './sendAttachment.ts';

/** A file on its way, and how much of it has gone, from 0 to 1. */
interface Sending {
  readonly name: string;
  readonly part: number;
}

/** Attaches files to a device one after the other. */
export function useAttach(deviceId: string) {
  const client = useClient();
  const notify = useNotify();
  const [sending, setSending] = useState<Sending | null>(null);

  async function attach(files: readonly File[]): Promise<boolean> {
    const attached: Attachment[] = [];
    for (const file of files) {
      const tell = (part: number): void => setSending({ name: file.name, part });
      tell(0);
      const outcome = await sendAttachment(client, deviceId, file, tell);
      if (outcome.ok) attached.push(outcome.value);
      else notify.failed(outcome.error);
    }
    setSending(null);
    if (attached.length > 0) {
      notify.done(text.attached(attached.map(({ name }) => name)), async () => {
        for (const { id } of attached) await client.call('attachments.remove', { id });
      });
    }
    return attached.length === files.length;
  }
  return { attach, sending };
}
