import { useMemo } from 'react';
import { translate as t } from '@/lib/i18n';
import { type FindingKind, type Jargon, reviewText } from '@/lib/plain-language';
import { Advice } from './Advice';
import { Figures } from './Figures';
import { Places } from './Places';

interface LetterCheckProps {
  /** It may be a client’s letter: it is looked at, and nothing of it is kept. */
  text: string;
  /** What the glossary has found in it. */
  jargon: Jargon[];
  /** Marks a place in the text itself. */
  onShow(start: number, end: number): void;
  onCopy(text: string): void;
}

/** What weighs most comes first. */
const kinds: FindingKind[] = [
  'long-sentence',
  'jargon',
  'nominal-chain',
  'impersonal',
  'passive',
  'law-again',
];

/** „Sprawdź pismo”: how hard a text is, what would make it easier, and where. Nothing is changed by itself. */
export function LetterCheck({ text, jargon, onShow, onCopy }: LetterCheckProps) {
  const review = useMemo(() => reviewText(text, jargon), [text, jargon]);
  const { figures, findings } = review;
  return (
    <>
      <Figures figures={figures} />
      <Advice review={review} />
      {findings.length === 0 && figures.words > 0 && <p>{t('letter:none')}</p>}
      {kinds.map((kind) => (
        <Places
          key={kind}
          kind={kind}
          text={text}
          findings={findings.filter((finding) => finding.kind === kind)}
          onShow={onShow}
          onCopy={onCopy}
        />
      ))}
    </>
  );
}
