import { isPattern, type NetworkHost, type TpmMakerChoice } from './networkHost.ts';

/** How much a host matters. */
export const gradeWords: Readonly<Record<NetworkHost['grade'], string>> = {
  hard: 'needed',
  soft: 'for a part',
  scenario: 'for some scenarios',
};

export const tpmMakerWords: Readonly<Record<TpmMakerChoice, string>> = {
  Intel: 'Firmware of Intel',
  AMD: 'Firmware of AMD',
  Qualcomm: 'Firmware of Qualcomm',
  chip: 'A chip of any other maker',
};

/** What a check will contact, before it does. */
export function hostsSentence(hosts: readonly NetworkHost[], isOwn: boolean): string {
  const patterns = hosts.filter(isPattern).length;
  const list = isOwn ? 'the lab’s own list' : 'the list that ships with Reseal';
  return `The check contacts ${hosts.length - patterns} hosts of ${list}, from this computer and without a proxy: name, connection, certificate, and one request for a page or the time. Patterns that nobody can contact: ${patterns}.`;
}
