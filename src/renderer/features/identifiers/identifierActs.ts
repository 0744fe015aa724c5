import { FingerprintRegular, LinkRegular } from '@fluentui/react-icons';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { identifiersText } from '../../text/identifiers.ts';

const upload: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'identifiers.upload',
  label: ({ kind }) => (kind === 'device' ? identifiersText.upload : identifiersText.uploadMany),
  Icon: FingerprintRegular,
  menu: 'change',
  bar: 'more',
  async run(on, { command, tellQueued }) {
    const outcome = await command('identifiers.upload', { deviceIds: idsOf(on) });
    if (outcome.ok) tellQueued(outcome.value);
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
