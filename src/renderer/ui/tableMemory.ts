/** Where a table stood when it was left, so that coming back finds it so. */
export interface TableMemory {
  /** Of which rows in which order it is about; other rows begin at the top. */
  content: string;
  scrollTop: number;
  activeIndex: number;
}

const memories = new Map<string, TableMemory>();

/** The memory of a table by its name, as long as it shows the same content; it lasts as long as the page. */
export function tableMemory(name: string, content: string): TableMemory {
  const known = memories.get(name);
  if (known?.content === content) return known;
  const fresh = { content, scrollTop: 0, activeIndex: 0 };
  memories.set(name, fresh);
  return fresh;
}
