import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ChecklistItem } from '../../../shared/checklists/checklist.ts';
import { checklistText } from '../../text/checklists.ts';
import type { MarkItem } from './markItem.ts';

interface ChecklistStepMenuProps {
  readonly item: ChecklistItem;
  readonly onMark: MarkItem;
  readonly onAsk: (state: 'skipped' | 'failed') => void;
}

/** What else can become of a step. */
export function ChecklistStepMenu({ item, onMark, onAsk }: ChecklistStepMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={checklistText.more(item.title)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {item.state !== 'skipped' && <MenuItem onClick={() => onAsk('skipped')}>{checklistText.skip}</MenuItem>}
          {item.state !== 'failed' && <MenuItem onClick={() => onAsk('failed')}>{checklistText.fail}</MenuItem>}
          {item.state !== 'open' && <MenuItem onClick={() => onMark(item.id, 'open')}>{checklistText.reopen}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
