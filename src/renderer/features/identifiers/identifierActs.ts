import { FingerprintRegular, LinkRegular } from '@fluentui/react-icons';
import { identifierChangeWords } from '../../../shared/identifiers/identifierWords.ts';
import { wordsOf } from '../../../shared/words/catalogue.ts';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { reasonsOf } from '../../acts/useTellQueued.ts';
import { identifiersText } from '../../text/identifiers.ts';

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

const associate: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'identifiers.associate',
  label: identifiersText.associate,
  Icon: LinkRegular,
  menu: 'change',
  allowed: (_, { settings }) => settings.deviceLinkBeta || identifiersText.betaIsOff,
  async run(on, { command, tellQueued }) {
    const outcome = await command('identifiers.associateDevices', { deviceIds: idsOf(on) });
    if (outcome.ok) tellQueued(outcome.value);
  },
};

export const identifierActs: readonly Act[] = [upload, associate];
