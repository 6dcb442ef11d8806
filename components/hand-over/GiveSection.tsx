import { type MouseEvent, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Callback } from '@/lib/callbacks';
import { handOverMail, handOverOf, handOverSheet, limits } from '@/lib/hand-over';
import { translate as t } from '@/lib/i18n';
import { momentText } from '../callbacks';
import { Choice } from './Choice';
import type { HandOverDeskProps } from './HandOverDesk';
import { type Offered, withOffer, withoutOffer } from './offered';
import { PasswordForm } from './PasswordForm';
import { whomText } from './whom-text';

/** More is a list to scroll; „Wszystkie” takes all of them all the same. */
const atOnce = 30;

type Fault = 'noneChosen' | 'tooMany' | 'noColleague';

/** „Przekaż oddzwonienia”: which, to whom, by what way; they stay until the clerk says that they were taken over. */
export function GiveSection(props: HandOverDeskProps & { open: readonly Callback[] }) {
  const { open, now, directory, from, offered, onOffered } = props;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [chosenIds, choose] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(atOnce);
  const [typed, setTyped] = useState('');
  const [isFileOpen, openFile] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const chosen = open.filter((callback) => chosenIds.has(callback.id));
  const to = typed.trim();
  const isTooMany = chosen.length > limits.callbacks;
  const sheet = isTooMany ? '' : handOverSheet(chosen, { to, from, now });
  const mail = handOverMail(directory.find(({ person }) => person === to)?.email, sheet);

  /** Tells what is missing, where something is. */
  const isReady = () => {
    const found =
      chosen.length === 0 ? 'noneChosen' : isTooMany ? 'tooMany' : to === '' ? 'noColleague' : null;
    setFault(found);
    return found === null;
  };
  const offer = () => onOffered(withOffer(offered, { ids: chosen.map((callback) => callback.id), to }));
  const give = (way: () => void) => {
    if (!isReady()) return;
    way();
    offer();
  };
  const toggle = (callback: Callback, isChosen: boolean) => {
    const next = new Set(chosenIds);
    if (isChosen) next.add(callback.id);
    else next.delete(callback.id);
    setFault(null);
    choose(next);
  };

  return (
    <section className="hand-over-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1} ref={title}>
        {t('hand-over:give.name')}
      </h2>
      {offered.map((offer) => (
        <OfferedPart key={offer.to} {...props} offer={offer} onLeft={() => title.current?.focus()} />
      ))}
      {open.length === 0 ? (
        <p className="soft">{t('hand-over:give.none')}</p>
      ) : (
        <>
          <fieldset
            aria-describedby={fault === 'noneChosen' || fault === 'tooMany' ? `${id}-fault` : undefined}
          >
            <legend>{t('hand-over:give.which')}</legend>
            <Choice
              isChosen={chosen.length === open.length}
              onChoose={(isChosen) => {
                setFault(null);
                choose(new Set(isChosen ? open.map((callback) => callback.id) : []));
              }}
            >
              {t('hand-over:give.all', { number: open.length })}
            </Choice>
            {open.slice(0, shown).map((callback) => (
              <Choice
                key={callback.id}
                isChosen={chosenIds.has(callback.id)}
                onChoose={(isChosen) => toggle(callback, isChosen)}
              >
                {whomText(callback, props.maskPhones)}{' '}
                <span className="soft">{momentText(callback.due, now)}</span>
              </Choice>
            ))}
            {open.length > shown && (
              <button type="button" className="quiet" onClick={() => setShown(shown + atOnce)}>
                {t('hand-over:give.more', { number: Math.min(atOnce, open.length - shown) })}
              </button>
            )}
          </fieldset>
          <p className="field">
            <label htmlFor={`${id}-to`}>{t('hand-over:give.to')}</label>
            <input
              id={`${id}-to`}
              type="text"
              list={`${id}-names`}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={typed}
              aria-invalid={fault === 'noColleague' || undefined}
              aria-describedby={fault === 'noColleague' ? `${id}-fault` : `${id}-hint`}
              onChange={({ target }) => {
                setFault(null);
                setTyped(target.value);
              }}
            />
            <span id={`${id}-hint`} className="soft">
              {t('hand-over:give.toHint')}
            </span>
          </p>
          <datalist id={`${id}-names`}>
            {directory.map(({ person }) => (
              <option key={person} value={person} />
            ))}
          </datalist>
          {fault !== null && (
            <p id={`${id}-fault`} className="fault" role="alert">
              {faultText(fault)}
            </p>
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: a legend would stand apart from the row */}
          <div className="row" role="group" aria-label={t('hand-over:give.ways')}>
            <button type="button" onClick={() => give(() => props.onCopy(sheet))}>
              {t('hand-over:give.copy')}
            </button>
            <a
              className="hand-over-mail"
              href={mail.href}
              onClick={(event: MouseEvent) => {
                if (!isReady()) {
                  event.preventDefault();
                  return;
                }
                if (!mail.isWhole) props.onCopy(sheet, t('hand-over:give.pasteInMail'));
                offer();
              }}
            >
              {t('hand-over:give.mail')}
            </a>
            <button type="button" onClick={() => give(props.onPrint)}>
              {t('hand-over:give.print')}
            </button>
            <button
              type="button"
              aria-expanded={isFileOpen}
              onClick={() => (isFileOpen || isReady()) && openFile(!isFileOpen)}
            >
              {t('hand-over:give.file')}
            </button>
          </div>
          {isFileOpen && (
            <PasswordForm
              now={now}
              given={() => (isReady() ? handOverOf(chosen, { from, to, now }) : null)}
              onSaved={offer}
            />
          )}
          {chosen.length > 0 && !isTooMany && (
            <details>
              <summary>{t('hand-over:give.text')}</summary>
              <p className="hand-over-sheet" lang="pl">
                {sheet}
              </p>
            </details>
          )}
          {createPortal(
            <p className="hand-over-print" lang="pl">
              {sheet}
            </p>,
            document.body,
          )}
        </>
      )}
    </section>
  );
}

/** What a colleague has been given: confirmed, it is settled; until then nothing has changed. */
function OfferedPart({
  open,
  offer,
  offered,
  onOffered,
  onHandedOver,
  onTell,
  onLeft,
}: HandOverDeskProps & { open: readonly Callback[]; offer: Offered; onLeft(): void }) {
  const id = useId();
  const standing = new Set(open.map((callback) => callback.id));
  const ids = offer.ids.filter((one) => standing.has(one));
  if (ids.length === 0) return null;
  const leave = () => {
    onOffered(withoutOffer(offered, offer.to));
    onLeft();
  };
  return (
    <section className="hand-over-offered" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('hand-over:offered.name')}</h3>
      <p role="status">{t('hand-over:offered.text', { count: ids.length, to: offer.to })}</p>
      <div className="row">
        <button
          type="button"
          className="main"
          onClick={async () => {
            if (await onHandedOver({ ids, to: offer.to })) leave();
          }}
        >
          {t('hand-over:offered.confirm')}
        </button>
        <button
          type="button"
          onClick={() => {
            onTell(t('hand-over:offered.kept'));
            leave();
          }}
        >
          {t('hand-over:offered.keep')}
        </button>
      </div>
    </section>
  );
}

function faultText(fault: Fault): string {
  switch (fault) {
    case 'noneChosen':
      return t('hand-over:give.noneChosen');
    case 'tooMany':
      return t('hand-over:give.tooMany', { number: limits.callbacks });
    case 'noColleague':
      return t('hand-over:give.noColleague');
  }
}
