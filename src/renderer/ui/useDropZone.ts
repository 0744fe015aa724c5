import { useState, type DOMAttributes } from 'react';

type Zone = Pick<DOMAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'>;

/** A part of the page that takes what is dropped on it; `isOver` while something is held above it. */
export function useDropZone(onDropped: (dropped: DataTransfer) => void): {
  readonly isOver: boolean;
  readonly zone: Zone;
} {
  const [isOver, setIsOver] = useState(false);
  return {
    isOver,
    zone: {
      onDragOver: (event) => {
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event) => {
        event.preventDefault();
        setIsOver(false);
        onDropped(event.dataTransfer);
      },
    },
  };
}
