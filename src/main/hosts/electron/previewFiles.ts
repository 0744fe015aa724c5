import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Backend } from '../../backend.ts';
import type { Log } from '../../ports.ts';
import { sendFile } from '../sendFile.ts';

const activeTenant = z.object({ tenants: z.array(z.object({ id: z.string(), active: z.boolean() })) });

/** Reads files that Reseal was opened with into a preview of the active tenant, as if they had been dropped on the page. */
export async function previewFiles(dispatch: Backend['dispatch'], files: readonly string[], log: Log): Promise<void> {
  const listed = await dispatch('tenants.list', {});
  const tenant = listed.ok ? activeTenant.parse(listed.value).tenants.find(({ active }) => active) : undefined;
  if (tenant === undefined) return log.warn('launchFiles.noTenant', { files: files.length });
  const fileIds: string[] = [];
  for (const file of files) {
    const sent = await sendFile(dispatch, basename(file), await readFile(file));
    if (!sent.ok) return log.warn('launchFiles.refused', { code: sent.error.code });
    fileIds.push(sent.value);
  }
  const preview = await dispatch('intake.preview', { fileIds, tenantId: tenant.id });
  if (!preview.ok) log.warn('launchFiles.refused', { code: preview.error.code });
}
