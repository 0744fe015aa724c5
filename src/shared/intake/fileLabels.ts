/**
 * What files are called for a person: by their name, with as many of the folders above it as tell files of one name
 * apart. Where not even the folders do, as for two files dropped on the page, they are numbered.
 */
export function fileLabels(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[/\\]/).filter((part) => part !== ''));
  const depths = paths.map(() => 1);
  const labelAt = (index: number): string => parts[index]?.slice(-(depths[index] ?? 1)).join('/') ?? '';
  const longest = Math.max(1, ...parts.map(({ length }) => length));
  for (let depth = 2; depth <= longest; depth++) {
    for (const group of groupsOf(paths.map((_, index) => labelAt(index)))) {
      for (const index of group) depths[index] = depth;
    }
  }
  const labels = paths.map((_, index) => labelAt(index));
  for (const group of groupsOf(labels)) {
    for (const [place, index] of group.entries()) labels[index] = `${labels[index] ?? ''} (${place + 1})`;
  }
  return labels;
}

/** The places of labels that stand more than once. */
function groupsOf(labels: readonly string[]): number[][] {
  const places = new Map<string, number[]>();
  for (const [index, label] of labels.entries()) places.set(label, [...(places.get(label) ?? []), index]);
  return [...places.values()].filter(({ length }) => length > 1);
}
