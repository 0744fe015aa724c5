import { useState } from 'react';
import { Button, Field, Input, makeStyles, MenuItemRadio, Select, Switch, tokens } from '@fluentui/react-components';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import { scenarioName, type ScenarioName } from '../../../../shared/scenarios/scenarioName.ts';
import { scenarioTitles } from '../../../../shared/scenarios/scenarioWords.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { narrow } from '../../../ui/breakpoints.ts';
import { filterText as text, queueText } from '../../../text/devices.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { ProblemBar } from '../../../ui/ProblemBar.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { changeFilter, clearFilters, useQueueView } from './queueView.ts';
import { ValueMenu } from './ValueMenu.tsx';

const ALL = 'all';
const valueKinds = [
  ['groupTags', text.groupTag],
  ['models', text.model],
  ['manufacturers', text.manufacturer],
  ['profileNames', text.profileName],
  ['shelves', text.shelf],
] as const;
const dayKinds = ['created', 'resealed', 'useBy'] as const;

const useStyles = makeStyles({
  menus: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  pairs: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: '1fr' },
  },
});

interface FiltersDialogProps {
  readonly tenantId: string;
  readonly batches: OutputOf<'devices.batches'>['batches'];
  readonly matching: number;
  readonly onClose: () => void;
}

/** Everything by which the queue can be filtered besides its next steps and statuses. What is chosen counts at once. */
export function FiltersDialog({ tenantId, batches, matching, onClose }: FiltersDialogProps) {
  const styles = useStyles();
  const filter = useQueueView((view) => view.filter);
  const reading = useProcedure('devices.filterValues', { tenantId }, []);
  const values = reading.state === 'ready' ? reading.value : null;
  const [users, setUsers] = useState(filter.users.join(', '));
  const takeUsers = (): void => {
    changeFilter({ users: [...new Set(users.split(/[,;\s]+/).filter((user) => user !== ''))] });
  };
  const isScenario = (word: string): word is ScenarioName => scenarioName.options.some((name) => name === word);

  return (
    <DialogFrame
      title={text.title}
      size="wide"
      actions={
        <>
          <Button
            size="large"
            onClick={() => {
              clearFilters();
              setUsers('');
            }}
          >
            {queueText.clearFilters}
          </Button>
          <Button size="large" appearance="primary" type="submit">
            {text.show(matching)}
          </Button>
        </>
      }
      onSubmit={() => {
        takeUsers();
        onClose();
      }}
      onClose={onClose}
    >
      {reading.state === 'failed' && <ProblemBar failure={reading.failure} onRetry={reading.reload} />}
      <div className={styles.menus}>
        {valueKinds.map(([name, label]) => (
          <ValueMenu
            key={name}
            label={label}
            values={values?.[name] ?? null}
            chosen={filter[name]}
            none={text.none[name]}
            onChange={(chosen) => changeFilter({ [name]: chosen })}
          />
        ))}
        <ValueMenu
          label={text.scenario}
          values={scenarioName.options}
          chosen={filter.scenarios}
          wordOf={(name) => (isScenario(name) ? scenarioTitles[name] : name)}
          onChange={(chosen) => changeFilter({ scenarios: chosen.filter(isScenario) })}
        />
        <FilterMenu
          label={text.batch}
          chosen={filter.batchId === undefined ? 0 : 1}
          checkedValues={{ batch: [filter.batchId ?? ALL] }}
          onChange={([batch = ALL]) => changeFilter({ batchId: batch === ALL ? undefined : batch })}
        >
          <MenuItemRadio name="batch" value={ALL}>
            {text.anyBatch}
          </MenuItemRadio>
          {batches.map((batch) => (
            <MenuItemRadio key={batch.id} name="batch" value={batch.id} secondaryContent={batch.devices}>
              {batch.name}
            </MenuItemRadio>
          ))}
        </FilterMenu>
      </div>
      <Switch
        label={text.failed}
        checked={filter.failed === true}
        onChange={(_, { checked }) => changeFilter({ failed: checked ? true : undefined })}
      />
      <div className={styles.pairs}>
        <Field label={text.assigned}>
          <Select
            size="large"
            value={filter.isAssigned === undefined ? '' : filter.isAssigned ? 'has' : 'none'}
            onChange={(_, { value }) => changeFilter({ isAssigned: value === '' ? undefined : value === 'has' })}
          >
            <option value="">{text.anyUser}</option>
            <option value="has">{text.hasUser}</option>
            <option value="none">{text.hasNoUser}</option>
          </Select>
        </Field>
        <Field label={text.users} hint={text.usersHint}>
          <Input
            size="large"
            value={users}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => setUsers(value)}
            onBlur={takeUsers}
          />
        </Field>
        {dayKinds.flatMap((kind) =>
          (['From', 'Until'] as const).map((end) => {
            const name = `${kind}${end}` as const;
            const what = text.days[kind];
            return (
              <Field key={name} label={end === 'From' ? text.from(what) : text.until(what)}>
                <Input
                  size="large"
                  type="date"
                  value={filter[name] ?? ''}
                  onChange={(_, { value }) => changeFilter({ [name]: value === '' ? undefined : value })}
                />
              </Field>
            );
          }),
        )}
      </div>
    </DialogFrame>
  );
}
