import { Field, Switch } from '@fluentui/react-components';
import type { ChecklistTemplate } from '../../../shared/checklists/checklist.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { SettingsCardProps } from './settingsCard.ts';

/** Which checklists begin by themselves with a technician flow. */
export function ChecklistsCard({ settings, onChange }: SettingsCardProps) {
  const templates = useProcedure('checklists.templates', {}, ['checklists.changed']);
  const { checklistsAtStart: on } = settings;
  return (
    <Card title={settingsText.checklists}>
      <Field hint={settingsText.checklistsHint}>
        <div role="group" aria-label={settingsText.checklists}>
          <Loaded reading={templates} lines={4}>
            {(value) =>
              value.templates.filter(beginsWithFlow).map(({ id, title }) => (
                <div key={id}>
                  <Switch
                    checked={on.includes(id)}
                    label={title}
                    onChange={(_, { checked }) =>
                      onChange({ checklistsAtStart: checked ? [...on, id] : on.filter((other) => other !== id) })
                    }
                  />
                </div>
              ))
            }
          </Loaded>
        </div>
      </Field>
    </Card>
  );
}

/** A technician flow begins the checklists of deployments that follow it. */
const beginsWithFlow = ({ kind, followsRuns }: ChecklistTemplate): boolean => kind === 'deployment' && followsRuns;
