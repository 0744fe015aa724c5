import { useRef, useState } from 'react';
import {
  Badge,
  Button,
  makeStyles,
  MenuItemCheckbox,
  SearchBox,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { NextStepCode } from '../../../../shared/devices/nextStep.ts';
import { nextStepCodes } from '../../../../shared/devices/nextStepCodes.ts';
import { nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useShortcut } from '../../../app/shortcuts.ts';
import { differencesText } from '../../../text/assignment.ts';
import { formatter } from '../../../text/formatter.ts';
import { filterText, queueText } from '../../../text/devices.ts';
import { FilterChips } from './FilterChips.tsx';
import { filterChipsOf } from './filterChips.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { FiltersDialog } from './FiltersDialog.tsx';
import { changeFilter, useQueueView } from './queueView.ts';
import { QueueStatusFilter } from './QueueStatusFilter.tsx';
import { ViewMenu } from './ViewMenu.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, maxWidth: '440px', minWidth: '240px' },
});

interface QueueFiltersProps {
  readonly tenantId: string;
  readonly byNextStep: OutputOf<'devices.list'>['byNextStep'];
  /** Devices of which Microsoft holds something else than is wished. */
  readonly differing: number;
  readonly matching: number;
}

/** Search, filters and views; the store applies them. */
export function QueueFilters({ tenantId, byNextStep, differing, matching }: QueueFiltersProps) {
  const styles = useStyles();
  const filter = useQueueView((view) => view.filter);
  const batches = useProcedure('devices.batches', { tenantId }, ['batches.changed']);
  const [isOpen, setIsOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useShortcut('/', (typed) => {
    search.current?.focus();
    if (typed !== '') changeFilter({ search: filter.search + typed });
  });

  const isStep = (text: string): text is NextStepCode => nextStepCodes.some((code) => code === text);
  const known = batches.state === 'ready' ? batches.value.batches : [];
  const chips = filterChipsOf(filter, known.find(({ id }) => id === filter.batchId)?.name ?? null);
  return (
    <>
      <div className={styles.root}>
        <SearchBox
          className={styles.search}
          size="large"
          input={{ ref: search }}
          value={filter.search}
          aria-label={queueText.search}
          placeholder={queueText.search}
          onChange={(_, { value }) => changeFilter({ search: value })}
        />
        <FilterMenu
          label={queueText.nextStep}
          chosen={filter.nextSteps.length}
          checkedValues={{ step: filter.nextSteps }}
          onChange={(steps) => changeFilter({ nextSteps: steps.filter(isStep) })}
        >
          {nextStepCodes.map((code) => (
            <MenuItemCheckbox key={code} name="step" value={code} secondaryContent={byNextStep[code] ?? 0}>
              {nextStepTitle({ code })}
            </MenuItemCheckbox>
          ))}
        </FilterMenu>
        <QueueStatusFilter />
        <ToggleButton
          size="large"
          checked={filter.differsFromMicrosoft === true}
          onClick={() =>
            changeFilter({ differsFromMicrosoft: filter.differsFromMicrosoft === true ? undefined : true })
          }
        >
          {differencesText.filter}
          {differing > 0 && (
            <>
              &nbsp;
              <Badge appearance="filled" color="warning">
                {formatter.number(differing)}
              </Badge>
            </>
          )}
        </ToggleButton>
        <Button size="large" appearance="outline" icon={<FilterRegular />} onClick={() => setIsOpen(true)}>
          {filterText.open}
        </Button>
        <ViewMenu tenantId={tenantId} />
      </div>
      {chips.length > 0 && <FilterChips chips={chips} onCleared={() => search.current?.focus()} />}
      {isOpen && (
        <FiltersDialog tenantId={tenantId} batches={known} matching={matching} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
