import { useRef } from 'react';
import {
  Badge,
  Button,
  makeStyles,
  MenuItemCheckbox,
  MenuItemRadio,
  SearchBox,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../../shared/api/contract.ts';
import type { NextStepCode } from '../../../../shared/devices/nextStep.ts';
import { nextStepCodes } from '../../../../shared/devices/nextStepCodes.ts';
import { nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useShortcut } from '../../../app/shortcuts.ts';
import { differencesText } from '../../../text/assignment.ts';
import { formatter } from '../../../text/formatter.ts';
import { queueText } from '../../../text/devices.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { changeView, clearFilters, isFiltered, useQueueView } from './queueView.ts';
import { QueueStatusFilter } from './QueueStatusFilter.tsx';

const ALL = 'all';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, maxWidth: '440px', minWidth: '240px' },
});

interface QueueFiltersProps {
  readonly tenantId: string;
  readonly byNextStep: OutputOf<'devices.list'>['byNextStep'];
  /** Devices of which Microsoft holds something else than is wished. */
  readonly differing: number;
}

/** Search and filters; the store applies them. */
export function QueueFilters({ tenantId, byNextStep, differing }: QueueFiltersProps) {
  const styles = useStyles();
  const view = useQueueView();
  const batches = useProcedure('devices.batches', { tenantId }, ['batches.changed']);
  const search = useRef<HTMLInputElement>(null);
  useShortcut('/', (typed) => {
    search.current?.focus();
    if (typed !== '') changeView({ search: view.search + typed });
  });

  const isStep = (text: string): text is NextStepCode => nextStepCodes.some((code) => code === text);
  return (
    <div className={styles.root}>
      <SearchBox
        className={styles.search}
        size="large"
        input={{ ref: search }}
        value={view.search}
        aria-label={queueText.search}
        placeholder={queueText.search}
        onChange={(_, { value }) => changeView({ search: value })}
      />
      <FilterMenu
        label={queueText.nextStep}
        chosen={view.nextSteps.length}
        checkedValues={{ step: view.nextSteps }}
        onChange={(steps) => changeView({ nextSteps: steps.filter(isStep) })}
      >
        {nextStepCodes.map((code) => (
          <MenuItemCheckbox key={code} name="step" value={code} secondaryContent={byNextStep[code] ?? 0}>
            {nextStepTitle({ code })}
          </MenuItemCheckbox>
        ))}
      </FilterMenu>
      <QueueStatusFilter />
      <ToggleButton size="large" checked={view.differs} onClick={() => changeView({ differs: !view.differs })}>
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
      {batches.state === 'ready' && batches.value.batches.length > 0 && (
        <FilterMenu
          label={queueText.batch}
          chosen={view.batchId === null ? 0 : 1}
          checkedValues={{ batch: [view.batchId ?? ALL] }}
          onChange={([batch = ALL]) => changeView({ batchId: batch === ALL ? null : batch })}
        >
          <MenuItemRadio name="batch" value={ALL}>
            {queueText.allBatches}
          </MenuItemRadio>
          {batches.value.batches.map((batch) => (
            <MenuItemRadio key={batch.id} name="batch" value={batch.id} secondaryContent={batch.devices}>
              {batch.name}
            </MenuItemRadio>
          ))}
        </FilterMenu>
      )}
      {isFiltered(view) && (
        <Button
          size="large"
          appearance="subtle"
          icon={<DismissRegular />}
          onClick={() => {
            clearFilters();
            search.current?.focus();
          }}
        >
          {queueText.clearFilters}
        </Button>
      )}
    </div>
  );
}
