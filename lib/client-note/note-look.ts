/** How the note is printed: the paper, and print of at least 14 points or, for those who see less, 18. */
export interface NoteLook {
  paper: 'a4' | 'a5';
  print: 'normal' | 'large';
}

/** In millimetres (ISO 216). */
export const paperSizes = { a4: { width: 210, height: 297 }, a5: { width: 148, height: 210 } } as const;
