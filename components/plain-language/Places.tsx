import { useId, useState } from 'react';
import { translate as t } from '@/lib/i18n';
import type { Finding, FindingKind } from '@/lib/plain-language';
import { shortened } from './shortened';

export interface PlacesProps {
  kind: FindingKind;
  text: string;
  findings: Finding[];
  onShow(start: number, end: number): void;
  onCopy(text: string): void;
}

/** At first, and how many more with every press. */
const shownFirst = 10;
const shownMore = 50;

/** The places of one kind, with why they are hard; a press marks one in the text. */
export function Places({ kind, text, findings, onShow, onCopy }: PlacesProps) {
  const id = useId();
  const [upTo, setUpTo] = useState(shownFirst);
  if (findings.length === 0) return null;
  const more = Math.min(shownMore, findings.length - upTo);
  return (
    <section className="letter-places" aria-labelledby={id} data-kind={kind}>
      <h3 id={id}>{t('letter:count', { kind: t(`letter:kind.${kind}`), count: findings.length })}</h3>
      <p className="soft">{t(`letter:why.${kind}`)}</p>
      <ul>
        {findings.slice(0, upTo).map((finding) => (
          <li key={finding.start}>
            <Place finding={finding} text={text} onShow={onShow} onCopy={onCopy} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="letter-more" onClick={() => setUpTo(upTo + more)}>
          {t('letter:more', { count: more })}
        </button>
      )}
    </section>
  );
}

function Place({
  finding,
  text,
  onShow,
  onCopy,
}: Omit<PlacesProps, 'kind' | 'findings'> & { finding: Finding }) {
  const { start, end } = finding;
  const quote = shortened(text.slice(start, end));
  return (
    <>
      <button type="button" className="letter-place" onClick={() => onShow(start, end)}>
        <span className="visually-hidden">{t('letter:show')} </span>
        <span lang="pl">{t('letter:quoted', { text: quote })}</span>
        {finding.kind === 'long-sentence' && (
          <span className="soft">{t('letter:figures.words', { count: finding.words })}</span>
        )}
      </button>
      {'instead' in finding &&
        finding.instead.map((wording) => (
          <button key={wording} type="button" className="letter-copy" onClick={() => onCopy(wording)}>
            {t('letter:copy')} <span lang="pl">{t('letter:quoted', { text: wording })}</span>
          </button>
        ))}
    </>
  );
}
