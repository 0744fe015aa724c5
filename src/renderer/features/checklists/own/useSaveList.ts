import type { ChecklistTemplate } from '../../../../shared/checklists/checklist.ts';
import { fileOfTemplate } from '../../../../shared/checklists/ownChecklist.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ownChecklistsText as text } from '../../../text/ownChecklists.ts';
import { useNotify } from '../../../ui/notify.ts';

/** Saves a changed list as its next version; what it was before can be had back. */
export function useSaveList() {
  const notify = useNotify();
  const saving = useCommand('checklists.saveTemplate');
  const save = (list: ChecklistTemplate, version: number) => saving.run({ content: fileOfTemplate(list), version });

  return {
    running: saving.running,
    /** True where it is kept. */
    async change(before: ChecklistTemplate, after: ChecklistTemplate): Promise<boolean> {
      const outcome = await save(after, before.version);
      if (!outcome.ok) return false;
      const { version } = outcome.value;
      notify.done(text.saved, async () => {
        await save(before, version);
      });
      return true;
    },
  };
}
