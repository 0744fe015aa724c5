type Makers = Readonly<Record<string, () => unknown>>;
export type PartsOf<Of extends Makers> = { readonly [Name in keyof Of]: ReturnType<Of[Name]> };

/**
 * An object whose parts are made when they are first read, and then kept: to prepare what a command does not ask for takes longer than
 * the command. Spreading it makes all of them.
 * @param makers how each part is made
 */
export function madeWhenUsed<Parts extends object>(makers: {
  readonly [Name in keyof Parts]: () => Parts[Name];
}): Parts {
  const made = {};
  for (const [name, make] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(made, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  }
  // Each of its parts has just been given a getter.
  return made as Parts;
}
