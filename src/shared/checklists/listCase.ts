import { z } from 'zod';

/** What the wording of a checklist depends on; null where it is not known. */
export const checklistOptions = z.object({
  windows: z.enum(['10', '11']).nullable(),
  network: z.enum(['cable', 'wifi']).nullable(),
  /** Whether a user is to be assigned to the device. */
  user: z.enum(['with', 'without']).nullable(),
  maker: z.string().nullable(),
});
export type ChecklistOptions = z.infer<typeof checklistOptions>;

/** What a person said of them for one device; the rest follows from the device. */
export const chosenOptions = checklistOptions.omit({ user: true, maker: true }).partial();
export type ChosenOptions = z.infer<typeof chosenOptions>;

/** A case in which something is said: all of it must hold. */
export const listCase = z
  .object({
    windows: z.enum(['10', '11']),
    network: z.enum(['cable', 'wifi']),
    user: z.enum(['with', 'without']),
    /** Names that the maker's begins with, in any letter case. */
    makers: z.array(z.string().min(1)).min(1),
    otherMakersThan: z.array(z.string().min(1)).min(1),
  })
  .partial()
  .strict();
export type ListCase = z.infer<typeof listCase>;

/** Whether the case is that of the options; null where they do not tell. */
export function caseHolds(wanted: ListCase, options: ChecklistOptions): boolean | null {
  const { maker } = options;
  const isOf = (names: readonly string[]) => (maker === null ? null : isMadeBy(maker, names));
  const isOther = (names: readonly string[]) => (maker === null ? null : !isMadeBy(maker, names));
  const parts = [
    wanted.windows === undefined ? true : same(wanted.windows, options.windows),
    wanted.network === undefined ? true : same(wanted.network, options.network),
    wanted.user === undefined ? true : same(wanted.user, options.user),
    wanted.makers === undefined ? true : isOf(wanted.makers),
    wanted.otherMakersThan === undefined ? true : isOther(wanted.otherMakersThan),
  ];
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

/** A case in words, to stand before what is said in it: “Windows 11”, “By Wi-Fi, with a user”. */
export function caseWords({ windows, network, user, makers, otherMakersThan }: ListCase): string {
  const parts = [
    ...(windows === undefined ? [] : [`Windows ${windows}`]),
    ...(network === undefined ? [] : [networkWords[network]]),
    ...(user === undefined ? [] : [`${user} a user`]),
    ...(makers === undefined ? [] : [makers.join(', ')]),
    ...(otherMakersThan === undefined ? [] : [`other makers than ${otherMakersThan.join(', ')}`]),
  ].join(', ');
  return parts.charAt(0).toUpperCase() + parts.slice(1);
}

const networkWords = { cable: 'by cable', wifi: 'by Wi-Fi' };

const same = (wanted: string, known: string | null) => (known === null ? null : wanted === known);

function isMadeBy(maker: string, names: readonly string[]): boolean {
  const lowered = maker.trim().toLowerCase();
  return names.some((name) => lowered.startsWith(name.toLowerCase()));
}
