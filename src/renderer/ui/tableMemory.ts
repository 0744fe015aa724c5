/** Where a table stood when it was left, so that coming back finds it so. */
export interface TableMemory {
  scrollTop: number;
  activeIndex: number;
}

const memories = new Map<string, TableMemory>();

/** The memory of a table by its name; it lasts as long as the page. */
export function tableMemory(name: string): TableMemory {
  const known = memories.get(name);
  if (known !== undefined) return known;
  const fresh = { scrollTop: 0, activeIndex: 0 };
  memories.set(name, fresh);
  return fresh;
}
