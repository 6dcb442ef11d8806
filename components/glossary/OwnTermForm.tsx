import { type FormEvent, useId, useMemo, useState } from 'react';
import {
  clerkTermOf,
  type DraftFault,
  faultsOf,
  formsOf,
  clerkTermLimits as limits,
  type OwnTerm,
  proposeForms,
  suggestionFile,
  type TermDraft,
  wordCount,
} from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';

export interface OwnTermFormProps {
  id: string;
  /** What has been typed so far: it stays when another part of the tab is looked at. */
  draft: TermDraft;
  onDraft(draft: TermDraft): void;
  /** The term that is changed; absent for a new one. */
  termId: string | undefined;
  /** All of the clerk’s terms. */
  terms: OwnTerm[];
  onKeep(term: OwnTerm): Promise<boolean>;
  onLeave(): void;
}

/** A term of one’s own: the word, what it means, how to say it, and the forms it is found by. */
export default function OwnTermForm(props: OwnTermFormProps) {
  const { draft, onDraft, termId, terms, onKeep, onLeave } = props;
  const id = useId();
  const [faults, setFaults] = useState<DraftFault[]>([]);
  const proposed = useMemo(() => proposalFor(draft.headword), [draft.headword]);
  const others = terms.filter((one) => one.id !== termId);
  const count = wordCount(draft.meaning);
  const change = (part: Partial<TermDraft>) => {
    setFaults([]);
    onDraft({ ...draft, ...part });
  };

  const store = async (event: FormEvent) => {
    event.preventDefault();
    // Forms that were changed and changed back are the proposal again: found with their gaps and orders.
    const asTyped =
      draft.forms !== null && isSame(formsOf(draft.forms), formsOf(proposed)) ? null : draft.forms;
    const corrected = { ...draft, forms: asTyped };
    const found = faultsOf(corrected, others);
    setFaults(found);
    if (found.length === 0) await onKeep(clerkTermOf(corrected, others, termId));
  };

  return (
    <form
      id={props.id}
      className="glossary own-term"
      aria-label={termId === undefined ? t('glossary:mine.new') : t('glossary:mine.change')}
      onSubmit={store}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <label htmlFor={`${id}-headword`}>{t('glossary:mine.headword')}</label>
      <input
        id={`${id}-headword`}
        // biome-ignore lint/a11y/noAutofocus: the clerk has just asked for this form
        autoFocus
        lang="pl"
        autoComplete="off"
        maxLength={limits.headword}
        value={draft.headword}
        aria-describedby={`${id}-headword-hint`}
        onChange={({ target }) => change({ headword: target.value })}
      />
      <p className="soft" id={`${id}-headword-hint`}>
        {t('glossary:mine.headwordHint')}
      </p>
      <label htmlFor={`${id}-meaning`}>{t('glossary:mine.meaning')}</label>
      <textarea
        id={`${id}-meaning`}
        lang="pl"
        rows={3}
        maxLength={limits.meaning}
        spellCheck={false}
        value={draft.meaning}
        aria-describedby={`${id}-count`}
        onChange={({ target }) => change({ meaning: target.value })}
      />
      <p className={count > limits.meaningWords ? 'fault' : 'soft'} id={`${id}-count`}>
        {t('glossary:mine.words', { count, most: limits.meaningWords })}
      </p>
      <label htmlFor={`${id}-say`}>{t('glossary:mine.say')}</label>
      <textarea
        id={`${id}-say`}
        lang="pl"
        rows={2}
        maxLength={limits.say}
        spellCheck={false}
        value={draft.say}
        onChange={({ target }) => change({ say: target.value })}
      />
      <label htmlFor={`${id}-forms`}>{t('glossary:mine.forms')}</label>
      <textarea
        id={`${id}-forms`}
        lang="pl"
        rows={4}
        spellCheck={false}
        value={draft.forms ?? proposed}
        aria-describedby={`${id}-forms-hint`}
        onChange={({ target }) => change({ forms: target.value })}
      />
      <p className="soft" id={`${id}-forms-hint`}>
        {t('glossary:mine.formsHint')}
      </p>
      {draft.forms !== null && (
        <button type="button" className="glossary-narrow" onClick={() => change({ forms: null })}>
          {t('glossary:mine.propose')}
        </button>
      )}
      {faults.length > 0 && (
        <div className="fault" role="alert">
          {faults.map((fault) => (
            <p key={fault}>{faultText(fault)}</p>
          ))}
        </div>
      )}
      <div className="row">
        <button type="submit" className="main">
          {t('glossary:mine.keep')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('glossary:mine.leave')}
        </button>
      </div>
    </form>
  );
}

const proposalFor = (headword: string) => (headword.trim() === '' ? '' : proposeForms(headword).join(', '));

const isSame = (some: string[], others: string[]) =>
  some.length === others.length && some.every((form) => others.includes(form));

function faultText(fault: DraftFault): string {
  switch (fault) {
    case 'no-headword':
      return t('glossary:fault.noHeadword');
    case 'no-meaning':
      return t('glossary:fault.noMeaning');
    case 'long-meaning':
      return t('glossary:fault.longMeaning', { most: limits.meaningWords });
    case 'long-form':
      return t('glossary:fault.longForm', { most: limits.form });
    case 'many-forms':
      return t('glossary:fault.manyForms', { most: limits.forms });
    case 'known-headword':
      return t('glossary:fault.knownHeadword');
    case 'too-many-terms':
      return t('glossary:fault.tooManyTerms', { most: limits.terms });
  }
}

/** Here, because it weighs as little as it is asked for seldom. */
export function saveSuggestion(term: OwnTerm): void {
  const { name, source } = suggestionFile(term);
  const address = URL.createObjectURL(new Blob([source], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Once the browser has begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
