import { useState } from 'react';
import { Field, Select, Text } from '@fluentui/react-components';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { useActs } from '../../acts/actsContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { shelfText } from '../../text/shelves.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { tellPlaced } from './tellPlaced.ts';

interface ShelfDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** Says where a device stands, where nobody scans it. What stands there now is named beforehand. */
export function ShelfDialog({ device, onClose }: ShelfDialogProps) {
  const { tools } = useActs();
  const reading = useProcedure('shelves.list', {}, ['devices.changed', 'settings.changed']);
  const put = useCommand('shelves.put', { showsFailure: true });
  const [shelf, setShelf] = useState(device.shelf ?? '');

  async function confirm(): Promise<void> {
    const outcome = await put.run({ deviceId: device.id, shelf: shelf === '' ? null : shelf });
    if (!outcome.ok) return;
    tellPlaced(outcome.value, tools);
    onClose();
  }

  return (
    <ConfirmDialog
      title={shelfText.title(deviceTitle(device))}
      confirm={shelfText.confirm}
      running={put.running}
      failure={put.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Loaded reading={reading} lines={2}>
        {({ shelves }) =>
          shelves.length === 0 ? (
            <Text>{shelfText.noShelves}</Text>
          ) : (
            <Field label={shelfText.field} hint={shelfText.hint}>
              <Select size="large" value={shelf} onChange={(_, { value }) => setShelf(value)}>
                <option value="">{shelfText.none}</option>
                {shelves.map(({ name, device: standing }) => (
                  <option key={name} value={name}>
                    {standing === null || standing.id === device.id
                      ? name
                      : shelfText.taken(name, deviceTitle(standing))}
                  </option>
                ))}
              </Select>
            </Field>
          )
        }
      </Loaded>
    </ConfirmDialog>
  );
}
