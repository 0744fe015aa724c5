import { useState } from 'react';
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Text,
  Toolbar,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import {
  ArrowExportRegular,
  CloudArrowUpRegular,
  DeleteRegular,
  DismissRegular,
  FingerprintRegular,
  LockOpenRegular,
  MoreHorizontalRegular,
  PersonAddRegular,
  PersonDeleteRegular,
  QrCodeRegular,
  RenameRegular,
  TagRegular,
} from '@fluentui/react-icons';
import { exportTargets, queueText } from '../../../text/queue.ts';
import { nothingSelected, type Selection } from '../../../ui/selection.ts';
import { AssignUserDialog } from '../../assignment/AssignUserDialog.tsx';
import { GroupTagDialog } from '../../assignment/GroupTagDialog.tsx';
import { UnassignDialog } from '../../assignment/UnassignDialog.tsx';
import { useDeviceActs, type ExportTarget } from '../page/useDeviceActs.ts';
import { NamesDialog } from '../../assignment/NamesDialog.tsx';
import { changeView } from './queueView.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: tokens.shadow8,
  },
  count: { padding: `0 ${tokens.spacingHorizontalM}` },
  clear: { marginLeft: 'auto' },
});

interface BulkBarProps {
  readonly tenantId: string;
  readonly selection: Selection;
  /** Selected under other filters: what is acted on is not all in sight. */
  readonly isPartlyHidden: boolean;
}

/** Acts on everything that is selected, on screen or not. */
export function BulkBar({ tenantId, selection, isPartlyHidden }: BulkBarProps) {
  const styles = useStyles();
  const acts = useDeviceActs();
  const [asking, setAsking] = useState<'user' | 'unassign' | 'tag' | 'names' | null>(null);
  const ids = [...selection];
  const clear = () => changeView({ selection: nothingSelected });

  return (
    <Toolbar aria-label={queueText.bulkLabel} className={styles.root}>
      <Text weight="semibold" className={styles.count} role="status">
        {isPartlyHidden ? queueText.selectedElsewhere(ids.length) : queueText.selected(ids.length)}
      </Text>
      <Button
        size="large"
        appearance="primary"
        icon={<CloudArrowUpRegular />}
        disabledFocusable={acts.isRegistering}
        onClick={() => void acts.register(ids)}
      >
        {queueText.register}
      </Button>
      <Button size="large" appearance="subtle" icon={<PersonAddRegular />} onClick={() => setAsking('user')}>
        {queueText.assignUser}
      </Button>
      <Button size="large" appearance="subtle" icon={<TagRegular />} onClick={() => setAsking('tag')}>
        {queueText.setGroupTag}
      </Button>
      <Button
        size="large"
        appearance="subtle"
        icon={acts.isMakingLabels ? <Spinner size="tiny" /> : <QrCodeRegular />}
        disabledFocusable={acts.isMakingLabels}
        onClick={() => void acts.saveLabels(ids)}
      >
        {acts.isMakingLabels ? queueText.makingLabels(ids.length) : queueText.labels}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="large" appearance="subtle" icon={<ArrowExportRegular />}>
            {queueText.export}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {exportItems.map(([target, title]) => (
              <MenuItem key={target} onClick={() => void acts.exportTo(target, ids)}>
                {title}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="large" appearance="subtle" icon={<MoreHorizontalRegular />}>
            {queueText.more}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<RenameRegular />} onClick={() => setAsking('names')}>
              {queueText.rename}
            </MenuItem>
            <MenuItem icon={<PersonDeleteRegular />} onClick={() => setAsking('unassign')}>
              {queueText.unassignUsers}
            </MenuItem>
            <MenuItem icon={<FingerprintRegular />} onClick={() => void acts.uploadIdentifiers(ids)}>
              {queueText.uploadIdentifiers}
            </MenuItem>
            <MenuItem icon={<LockOpenRegular />} onClick={() => void acts.unblock(ids)}>
              {queueText.unblock}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button
        size="large"
        appearance="subtle"
        icon={<DeleteRegular />}
        onClick={() => void acts.remove(ids).then((removed) => removed && clear())}
      >
        {queueText.remove}
      </Button>
      <Tooltip content={queueText.clearSelection} relationship="label">
        <Button size="large" appearance="subtle" className={styles.clear} icon={<DismissRegular />} onClick={clear} />
      </Tooltip>
      {asking === 'user' && <AssignUserDialog tenantId={tenantId} deviceIds={ids} onClose={() => setAsking(null)} />}
      {asking === 'unassign' && <UnassignDialog deviceIds={ids} onClose={() => setAsking(null)} />}
      {asking === 'names' && <NamesDialog deviceIds={ids} onClose={() => setAsking(null)} />}
      {asking === 'tag' && <GroupTagDialog deviceIds={ids} present="" onClose={() => setAsking(null)} />}
    </Toolbar>
  );
}

const exportItems: readonly (readonly [ExportTarget, string])[] = [
  ['intune', exportTargets.intune],
  ['partner-center', exportTargets['partner-center']],
  ['corporate-identifiers', exportTargets['corporate-identifiers']],
];
