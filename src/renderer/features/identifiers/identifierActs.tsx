import { FingerprintRegular, LinkMultipleRegular, LinkRegular, TagMultipleRegular } from '@fluentui/react-icons';
import { identifierChangeWords } from '../../../shared/identifiers/identifierWords.ts';
import { wordsOf } from '../../../shared/words/catalogue.ts';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { reasonsOf } from '../../acts/useTellQueued.ts';
import { associationsText, heldIdentifiersText, identifiersText } from '../../text/identifiers.ts';
import { AssociationsDialog } from './AssociationsDialog.tsx';
import { IdentifiersDialog } from './IdentifiersDialog.tsx';

const upload: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'identifiers.upload',
  label: ({ kind }) => (kind === 'device' ? identifiersText.upload : identifiersText.uploadMany),
  Icon: FingerprintRegular,
  menu: 'change',
  bar: 'more',
  async run(on, { command, tellQueued, notify }) {
    const outcome = await command('identifiers.upload', { deviceIds: idsOf(on) });
    if (!outcome.ok) return;
    tellQueued(outcome.value);
    const told = outcome.value.changed.map(({ serialNumber, change }) => ({
      serialNumber,
      reason: wordsOf(identifierChangeWords, change.code, change),
    }));
    if (told.length > 0) notify.warn(identifiersText.changed, reasonsOf(told));
  },
};

const associate: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'identifiers.associate',
  label: ({ kind }) => (kind === 'device' ? identifiersText.associate : identifiersText.associateMany),
  Icon: LinkRegular,
  menu: 'change',
  bar: 'more',
  // Of a selection the backend says it.
  allowed: ({ kind }, { settings }) => kind === 'selection' || settings.deviceLinkBeta || identifiersText.betaIsOff,
  async run(on, { command, tellQueued }) {
    const outcome = await command('identifiers.associateDevices', { deviceIds: idsOf(on) });
    if (outcome.ok) tellQueued(outcome.value);
  },
};

/** What the tenant holds by Microsoft’s last word; to be seen offline too. */
export const showIdentifiers: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'identifiers.show',
  label: heldIdentifiersText.act,
  Icon: TagMultipleRegular,
  alsoCalled: heldIdentifiersText.otherwise,
  dialog: ({ tenant }, onClose) => <IdentifiersDialog tenant={tenant} onClose={onClose} />,
};

export const showAssociations: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'identifiers.showAssociations',
  label: associationsText.act,
  Icon: LinkMultipleRegular,
  alsoCalled: associationsText.otherwise,
  allowed: (_, { settings }) => settings.deviceLinkBeta || identifiersText.betaIsOff,
  dialog: ({ tenant }, onClose) => <AssociationsDialog tenant={tenant} onClose={onClose} />,
};

export const identifierActs: readonly Act[] = [upload, associate, showIdentifiers, showAssociations];
