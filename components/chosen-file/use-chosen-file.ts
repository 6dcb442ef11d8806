import { type ChangeEvent, type DragEvent, type RefObject, useRef, useState } from 'react';

interface ChosenFile {
  /** For the field of the file, which nobody sees. */
  field: {
    ref: RefObject<HTMLInputElement | null>;
    type: 'file';
    hidden: true;
    onChange(event: ChangeEvent<HTMLInputElement>): void;
  };
  /** For the element on which a file can be dropped. */
  place: {
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
  /** A file is held over the place. */
  isOver: boolean;
  /** Opens the browser's own choice of a file. */
  choose(): void;
  /** What is still being read is told to nobody. */
  leave(): void;
  /** Another number for each file, and whenever one is left: what was asked for an earlier one comes too late. */
  turn: RefObject<number>;
}

/**
 * One file that is chosen or dropped, and then another.
 *
 * @param read what is in it
 * @param onRead is told of the last file only; one that was read more slowly than the next came is passed over
 */
export function useChosenFile<Content>(
  read: (file: File) => Promise<Content>,
  onRead: (content: Content, file: File) => void,
): ChosenFile {
  const ref = useRef<HTMLInputElement>(null);
  const turn = useRef(0);
  const [isOver, setOver] = useState(false);
  const look = async (file: File | undefined) => {
    if (!file) return;
    turn.current += 1;
    const mine = turn.current;
    const content = await read(file);
    if (mine === turn.current) onRead(content, file);
  };
  const carriesFile = ({ dataTransfer }: DragEvent) => [...dataTransfer.types].includes('Files');
  return {
    field: {
      ref,
      type: 'file',
      hidden: true,
      onChange: ({ currentTarget }) => {
        void look(currentTarget.files?.[0]);
        // Or the same file, mended meanwhile, could not be chosen again.
        currentTarget.value = '';
      },
    },
    place: {
      onDragOver: (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      },
      onDrop: (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(false);
        void look(event.dataTransfer.files[0]);
      },
    },
    isOver,
    choose: () => ref.current?.click(),
    leave: () => {
      turn.current += 1;
    },
    turn,
  };
}
