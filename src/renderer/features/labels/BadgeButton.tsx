import { Button } from '@fluentui/react-components';
import { ContactCardRegular } from '@fluentui/react-icons';
import { useClient } from '../../api/clientContext.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { labelText } from '../../text/labels.ts';
import { useMakePaper } from '../../ui/makePaper.ts';
import { useNotify } from '../../ui/notify.ts';

/** Makes the badge that a technician scans to say who works at this bench. */
export function BadgeButton({ initials }: { readonly initials: string }) {
  const client = useClient();
  const makePaper = useMakePaper();
  const notify = useNotify();
  const save = () =>
    makePaper(
      (withCodes) => client.call('labels.badge', { initials, format: 'pdf', withCodes }),
      (file) => {
        saveDocument(file);
        notify.done(labelText.badgeSaved(initials));
      },
    );
  return (
    <Button size="large" icon={<ContactCardRegular />} disabled={initials === ''} onClick={() => void save()}>
      {labelText.badge}
    </Button>
  );
}
