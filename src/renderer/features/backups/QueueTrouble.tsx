import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useProcedure } from '../../api/useProcedure.ts';
import { backupsText } from '../../text/backups.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** On every place: the queue takes no changes, or part of it cannot be read; and where to go for the way back. */
export function QueueTrouble() {
  const health = useProcedure('backups.health', {}, ['backups.changed']);
  if (health.state !== 'ready') return null;
  const { trouble, setAside } = health.value;
  if (trouble === null && setAside.length === 0) return null;
  return (
    <MessageBar intent={trouble === null ? 'warning' : 'error'} layout="multiline" shape="square">
      <MessageBarBody>
        {trouble === null ? backupsText.setAside(setAside.length) : `${trouble.message} ${trouble.remedy ?? ''}`}{' '}
        <LinkButton to={{ page: 'settings' }}>{backupsText.toBackups}</LinkButton>
      </MessageBarBody>
    </MessageBar>
  );
}
