import { useState } from 'react';
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  ChevronDownRegular,
  ColumnTripleEditRegular,
  EditRegular,
  SaveRegular,
} from '@fluentui/react-icons';
import { looksAlike } from '../../../../shared/devices/queueView.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { viewText } from '../../../text/devices.ts';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { takeView, usualView, useQueueView } from './queueView.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { useSaveList } from './useSaveList.ts';
import { ViewsDialog } from './ViewsDialog.tsx';

/** The one view that nobody saves. */
const USUAL = 'usual';

type Open = 'columns' | 'save' | 'views';

/** How the queue is looked at: saved views, columns, and the list as a file. */
export function ViewMenu({ tenantId }: { readonly tenantId: string }) {
  const view = useQueueView();
  const reading = useProcedure('devices.views', {}, ['settings.changed']);
  const saveList = useSaveList(tenantId);
  const [open, setOpen] = useState<Open | null>(null);
  const views = reading.state === 'ready' ? reading.value.views : [];
  // A view counts as long as the queue looks as it says, however that came about.
  const taken = views.find((saved) => looksAlike(saved, view));
  const isUsual = looksAlike(usualView, view);
  const close = (): void => setOpen(null);

  return (
    <>
      <Menu
        positioning={{ autoSize: 'height' }}
        checkedValues={{ view: [isUsual ? USUAL : (taken?.id ?? '')] }}
        onCheckedValueChange={(_, { checkedItems: [id] }) => {
          const chosen = id === USUAL ? usualView : views.find((saved) => saved.id === id);
          if (chosen !== undefined) takeView(chosen);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button size="large" appearance="outline" icon={<ChevronDownRegular />} iconPosition="after">
            {taken === undefined ? viewText.button : viewText.named(taken.name)}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemRadio name="view" value={USUAL}>
              {viewText.usualView}
            </MenuItemRadio>
            {views.map(({ id, name }) => (
              <MenuItemRadio key={id} name="view" value={id}>
                {name}
              </MenuItemRadio>
            ))}
            {reading.state === 'failed' && <MenuItem disabled>{viewText.notRead}</MenuItem>}
            <MenuDivider />
            <MenuItem icon={<SaveRegular />} onClick={() => setOpen('save')}>
              {viewText.save}
            </MenuItem>
            {views.length > 0 && (
              <MenuItem icon={<EditRegular />} onClick={() => setOpen('views')}>
                {viewText.manage}
              </MenuItem>
            )}
            <MenuItem icon={<ColumnTripleEditRegular />} onClick={() => setOpen('columns')}>
              {viewText.columns}
            </MenuItem>
            <MenuDivider />
            <MenuItem icon={<ArrowDownloadRegular />} onClick={() => void saveList('csv')}>
              {viewText.csv}
            </MenuItem>
            <MenuItem icon={<ArrowDownloadRegular />} onClick={() => void saveList('json')}>
              {viewText.json}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {open === 'save' && <SaveViewDialog views={views} taken={taken ?? null} onClose={close} />}
      {open === 'views' && <ViewsDialog views={views} onClose={close} />}
      {open === 'columns' && <ColumnsDialog onClose={close} />}
    </>
  );
}
