import { Select } from '@fluentui/react-components';
import { checklistKind, type ChecklistTemplate } from '../../../shared/checklists/checklist.ts';
import { checklistsText } from '../../text/checklists.ts';

interface TemplateSelectProps {
  readonly templates: readonly ChecklistTemplate[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** The checklists that a device can have, by what they are about. */
export function TemplateSelect({ templates, chosen, onChoose }: TemplateSelectProps) {
  return (
    <Select size="large" value={chosen ?? ''} onChange={(_, { value }) => onChoose(value)}>
      {checklistKind.options.map((kind) => {
        const ofKind = templates.filter((template) => template.kind === kind);
        return (
          ofKind.length > 0 && (
            <optgroup key={kind} label={checklistsText.kinds[kind]}>
              {ofKind.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          )
        );
      })}
    </Select>
  );
}

/** Those that have something to do at a device. */
export const forDevices = (templates: readonly ChecklistTemplate[]): readonly ChecklistTemplate[] =>
  templates.filter(({ blocks }) => blocks.some(({ scope }) => scope === 'device'));
