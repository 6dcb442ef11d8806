import { type FormEvent, useId, useRef, useState } from 'react';
import { translate as t } from '@/lib/i18n';
import { isProfileAddress } from '@/lib/policy';
import { type AddressState, nextFetchAt } from '@/lib/profile-address';
import { type WhyNot, whyNotText } from './why-not';

export interface AddressPartProps {
  state: AddressState<WhyNot> | null;
  language: 'pl' | 'en';
  /** Asks the browser for the address, in the very turn of the click, and fetches from it. */
  onAddress(address: string): void;
  onFetch(): void;
  onGiveUp(): void;
}

/** „Adres profilu”: from where on the office's network a profile comes, and what came of the last try. */
export function AddressPart({ state, language, onAddress, onFetch, onGiveUp }: AddressPartProps) {
  const [text, setText] = useState('');
  const [isBad, setBad] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  if (state !== null) {
    const time = (at: number) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
    const { problem, triedAt, answeredAt } = state;
    return (
      <section className="profile-address" aria-labelledby={`${id}-title`}>
        <h3 id={`${id}-title`}>{t('profile:address.title')}</h3>
        <p>
          <code>{state.address}</code>
        </p>
        {state.isManaged && <p className="soft">{t('profile:address.managed')}</p>}
        {triedAt === null && <p className="soft">{t('profile:address.notYet')}</p>}
        {triedAt !== null && problem === null && (
          <p className="soft">
            {t('profile:address.answered', { date: time(triedAt), next: time(nextFetchAt(state)) })}
          </p>
        )}
        {problem !== null && (
          <div role="alert">
            <p className="fault">
              {problem.kind === 'refused'
                ? whyNotText(problem.why)
                : t(`profile:address.problem.${problem.fetch.is}`, {
                    status: problem.fetch.is === 'status' ? problem.fetch.status : undefined,
                  })}
            </p>
            <p className="soft">
              {answeredAt === null
                ? t('profile:address.never')
                : t('profile:address.lastGood', { date: time(answeredAt) })}{' '}
              {t('profile:address.next', { date: time(nextFetchAt(state)) })}
            </p>
          </div>
        )}
        <div className="row">
          {problem?.kind === 'fetch' && problem.fetch.is === 'permission' ? (
            <button type="button" className="main" onClick={() => onAddress(state.address)}>
              {t('profile:address.permit')}
            </button>
          ) : (
            <button type="button" onClick={onFetch}>
              {t('profile:address.fetch')}
            </button>
          )}
          {!state.isManaged && (
            <button type="button" onClick={onGiveUp}>
              {t('profile:address.giveUp')}
            </button>
          )}
        </div>
      </section>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = text.trim();
    if (!isProfileAddress(address)) {
      setBad(true);
      input.current?.focus();
      return;
    }
    setText('');
    onAddress(address);
  };
  return (
    <details className="profile-address">
      <summary>{t('profile:address.title')}</summary>
      <p className="soft">{t('profile:address.text')}</p>
      <form className="address" onSubmit={submit} noValidate>
        <label htmlFor={id}>{t('profile:address.label')}</label>
        <div className="row">
          <input
            id={id}
            ref={input}
            value={text}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://intranet.gmina.pl/obok.json"
            aria-invalid={isBad}
            aria-describedby={isBad ? `${id}-fault` : undefined}
            onChange={(event) => {
              setText(event.target.value);
              setBad(false);
            }}
          />
          <button type="submit">{t('profile:address.follow')}</button>
        </div>
        <div role="alert">
          {isBad && (
            <p className="fault" id={`${id}-fault`}>
              {t('profile:address.bad')}
            </p>
          )}
        </div>
      </form>
    </details>
  );
}
