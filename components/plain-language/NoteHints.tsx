import { useDeferredValue, useMemo } from 'react';
import type { ClientNote, NoteField } from '@/lib/client-note';
import { translate as t } from '@/lib/i18n';
import { type Jargon, reviewText } from '@/lib/plain-language';
import { shortened } from './shortened';

export interface NoteHintsProps {
  note: ClientNote;
  /** Words of a text that the glossary would replace; none until it has been brought. */
  replaceableIn(text: string): Jargon[];
}

/** What the clerk writes to the client in her own words. */
const written = ['matter', 'agreed', 'toBring'] as const satisfies NoteField[];

/** What could be said more plainly (sok.jezyk). It asks for nothing and stops nothing. */
export function NoteHints({ note, replaceableIn }: NoteHintsProps) {
  // Typing goes first.
  const { matter, agreed, toBring } = useDeferredValue(note);
  const hints = useMemo(() => {
    const texts = { matter, agreed, toBring };
    return [...new Set(written.flatMap((field) => hintsFor(field, texts[field], replaceableIn)))];
  }, [matter, agreed, toBring, replaceableIn]);
  if (hints.length === 0) return null;
  return (
    <section className="note-hints" aria-labelledby="note-hints-title">
      <h3 id="note-hints-title">{t('letter:note.title')}</h3>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </section>
  );
}

function hintsFor(field: NoteField, text: string, replaceableIn: NoteHintsProps['replaceableIn']): string[] {
  const name = t(`note:field.${field}`);
  return reviewText(text, replaceableIn(text)).findings.flatMap((finding) => {
    const quote = shortened(text.slice(finding.start, finding.end));
    switch (finding.kind) {
      case 'long-sentence':
        return t('letter:note.long', { field: name, text: quote, count: finding.words });
      case 'jargon':
        return t('letter:note.jargon', { field: name, text: quote, instead: finding.instead.join(', ') });
      default:
        return [];
    }
  });
}
