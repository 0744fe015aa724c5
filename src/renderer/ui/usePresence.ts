import { useState, type DOMAttributes } from 'react';

/** What tells that somebody is in a part of the page. */
export type Presence = Pick<DOMAttributes<HTMLElement>, 'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'>;

/** Whether somebody’s pointer or focus is in a part of the page, and what tells it. */
export function usePresence(): { readonly isPresent: boolean; readonly presence: Presence } {
  const [hasPointer, setHasPointer] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  return {
    isPresent: hasPointer || hasFocus,
    presence: {
      onPointerEnter: () => setHasPointer(true),
      onPointerLeave: () => setHasPointer(false),
      onFocus: () => setHasFocus(true),
      onBlur: ({ currentTarget, relatedTarget }) =>
        setHasFocus(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    },
  };
}
