import { z } from 'zod';
import { deviceTitle } from './deviceTitle.ts';
import { deviceView, type DeviceView } from './deviceView.ts';
import { makeOf } from './makeOf.ts';

/** One of several devices that a name or a code may mean. */
export const deviceChoice = z.object({ device: deviceView, tenantName: z.string() });
export type DeviceChoice = z.infer<typeof deviceChoice>;

/** What tells devices with one name apart: maker, model and whose it is. */
function choiceWords({ device, tenantName }: DeviceChoice): string {
  return `${madeAs(device)} of ${tenantName}`;
}

/** The same with what the device is called, where the name is what is in doubt. */
export function namedChoiceWords({ device, tenantName }: DeviceChoice): string {
  return `${deviceTitle(device)} (${madeAs(device)}, ${tenantName})`;
}

/** What to choose from: no two are said in the same words, by the queue's own id where nothing else tells them apart. */
export function wordsToChoose(choices: readonly DeviceChoice[]): readonly string[] {
  const areCalledAlike = new Set(choices.map(({ device }) => deviceTitle(device))).size === 1;
  const words = choices.map(areCalledAlike ? choiceWords : namedChoiceWords);
  const isAlone = (word: string): boolean => words.filter((other) => other === word).length === 1;
  return words.map((word, index) => (isAlone(word) ? word : `${word}, id ${choices[index]?.device.id ?? ''}`));
}

/** Several devices have the name; a program or a person can go on with the id of one. */
export function whichOneSentence(name: string, choices: readonly DeviceChoice[]): string {
  const listed = choices.map((choice) => `${choiceWords(choice)} (id ${choice.device.id})`).join('; ');
  return `Several devices in the queue are called “${name}”: ${listed}.`;
}

const madeAs = (device: DeviceView): string => makeOf(device) ?? 'a device of unknown make';
