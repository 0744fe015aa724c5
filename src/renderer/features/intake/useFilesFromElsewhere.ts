import { useEffect, useEffectEvent } from 'react';
import { useClient } from '../../api/clientContext.ts';
import { useAddress, goTo } from '../../app/navigation.ts';
import { droppedFiles } from './droppedFiles.ts';
import { useTakeFiles } from './useTakeFiles.ts';

/**
 * Leads to the intake when files come by another way: dropped on any place of the page, or given to Reseal when it was
 * started. Without it a browser would leave the page for a file that misses the zone.
 */
export function useFilesFromElsewhere(): void {
  const client = useClient();
  const takeFiles = useTakeFiles();
  const { page } = useAddress();

  const onDrop = useEffectEvent((event: DragEvent) => {
    if (event.defaultPrevented || event.dataTransfer === null) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then((dropped) => {
      goTo({ page: 'intake' });
      takeFiles(dropped);
    });
  });
  useEffect(() => {
    const allowDrop = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const drop = (event: DragEvent) => onDrop(event);
    window.addEventListener('dragover', allowDrop);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allowDrop);
      window.removeEventListener('drop', drop);
    };
  }, []);

  useEffect(() => client.watch(['app.secondLaunch'], (event) => event !== null && goTo({ page: 'intake' })), [client]);
  const isStart = page === 'start';
  useEffect(() => {
    if (!isStart) return;
    // Files of the first launch may have been read before the page was there to be told.
    void client.call('intake.open', {}).then((outcome) => {
      if (outcome.ok && outcome.value.previewId !== null) goTo({ page: 'intake' });
    });
  }, [client, isStart]);
}
