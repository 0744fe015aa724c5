import { z } from 'zod';
import type { Backend } from '../../backend.ts';
import type { Log } from '../../ports.ts';
import { sendFile } from '../sendFile.ts';

const activeTenant = z.object({ tenants: z.array(z.object({ id: z.string(), active: z.boolean() })) });

/** Reads files that Reseal was opened with into a preview of the active tenant, as if they had been dropped on the page. */
export async function previewFiles(dispatch: Backend['dispatch'], files: readonly string[], log: Log): Promise<void> {
  const problem = await preview(dispatch, files);
  if (problem !== null) log.warn('launchFiles.refused', { problem });
}

async function preview(dispatch: Backend['dispatch'], files: readonly string[]): Promise<string | null> {
  const listed = await dispatch('tenants.list', {});
  const tenant = listed.ok ? activeTenant.parse(listed.value).tenants.find(({ active }) => active) : undefined;
  if (tenant === undefined) return 'no tenant';
  const fileIds: string[] = [];
  try {
    for (const file of files) {
      const sent = await sendFile(dispatch, file, file);
      if (!sent.ok) return sent.error.code;
      fileIds.push(sent.value);
    }
    const previewed = await dispatch('intake.preview', { fileIds, tenantId: tenant.id });
    return previewed.ok ? null : previewed.error.code;
  } finally {
    // Those that were read are not open any more.
    await dispatch('intake.closeFiles', { fileIds });
  }
}
