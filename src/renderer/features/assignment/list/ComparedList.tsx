import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ClipboardPasteRegular } from '@fluentui/react-icons';
import type { ListEffect } from '../../../../shared/assignment/listedChange.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { listText } from '../../../text/list.ts';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Screen } from '../../../ui/Screen.tsx';
import { EffectChips } from './EffectChips.tsx';
import { ListBar } from './ListBar.tsx';
import { ListTable } from './ListTable.tsx';
import { discardList, type ListWork } from './listWork.ts';

interface ComparedListProps {
  readonly tenantId: string;
  readonly list: ListWork;
}

/** A list beside the queue: what it would change, line by line, and the bar that applies it. */
export function ComparedList({ tenantId, list }: ComparedListProps) {
  const [shown, setShown] = useState<ListEffect | null>(null);
  const reading = useProcedure('assignment.compareList', { tenantId, base64: list.base64 }, ['devices.changed']);
  const difference = reading.state === 'ready' ? reading.value : null;
  return (
    <Screen
      title={listText.title}
      full
      count={
        difference !== null && (
          <Text size={400}>{listText.counts(list.name, list.at, difference.lines.length, difference.fields)}</Text>
        )
      }
      actions={
        <Button size="large" icon={<ClipboardPasteRegular />} onClick={discardList}>
          {listText.another}
        </Button>
      }
    >
      <Loaded reading={reading} lines={12}>
        {({ counts, fields, lines, issues }) => (
          <>
            <EffectChips counts={counts} shown={shown} onShow={setShown} />
            {issues.map(({ code, message }) => (
              <Text key={code}>{message}</Text>
            ))}
            <ListTable
              fields={fields}
              lines={shown === null ? lines : lines.filter(({ effect }) => effect === shown)}
              list={list}
            />
            <ListBar tenantId={tenantId} list={list} lines={lines} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}
