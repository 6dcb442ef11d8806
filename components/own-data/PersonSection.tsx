import { type FormEvent, useId, useRef, useState } from 'react';
import { dueText, momentText, PhoneNumber } from '@/components/callbacks';
import { warsawParts } from '@/lib/calendar';
import type { Callback } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import { AskFirst } from '../ask-first';
import { saveFile } from '../save-file';
import { personJson, personText } from './person-file';
import { t } from './words';

/** What was found of a person, as the store gives it. */
export interface FoundData {
  callbacks: Callback[];
  encounters: Encounter[];
  others: { place: string; key: string | number; value: unknown }[];
  served: Encounter[];
  ofOffice: ('clerk' | 'profiles')[];
}

export interface PersonSectionProps {
  /** Looks through everything. @returns null where what was typed could be anybody; rejects where the store fails */
  onFind(typed: string): Promise<FoundData | null>;
  /** Settles when it is over. @returns whether it was erased */
  onErase(typed: string, chosen: FoundData): Promise<boolean>;
  /** Tells that a file is being saved. */
  onSaved(): void;
  /** True where a client's number is covered. */
  maskPhones: boolean;
  now(): Date;
  language: 'pl' | 'en';
}

type Found =
  | { kind: 'none' | 'searching' | 'nobody' | 'failed' }
  | { kind: 'found'; typed: string; data: FoundData };

/** One line that can be ticked. */
interface Line {
  key: string;
  text: React.ReactNode;
}

/** Of very many a screen shows no more; the rest is ticked as well. */
const shownLines = 100;

/** All that is kept of one person: shown, given out as a file, erased (art. 15 and 17 RODO). */
export function PersonSection(props: PersonSectionProps) {
  const { onFind, onErase, maskPhones, language } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<Found>({ kind: 'none' });
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  // Of two searches under way only the later one is shown.
  const turn = useRef(0);

  const search = async (event: FormEvent) => {
    event.preventDefault();
    const typed = input.current?.value ?? '';
    turn.current += 1;
    const own = turn.current;
    setFound({ kind: 'searching' });
    setUnticked(new Set());
    const next = await onFind(typed).then(
      (data): Found => (data === null ? { kind: 'nobody' } : { kind: 'found', typed, data }),
      (): Found => ({ kind: 'failed' }),
    );
    if (own === turn.current) setFound(next);
  };

  return (
    <section aria-labelledby={`${id}-title`} className="one-person">
      <h2 id={`${id}-title`}>{t('data:person.title')}</h2>
      <p>{t('data:person.text')}</p>
      <form className="address" onSubmit={search}>
        <label htmlFor={`${id}-who`}>{t('data:person.label')}</label>
        <div className="row">
          <input
            id={`${id}-who`}
            ref={input}
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            aria-describedby={`${id}-hint`}
          />
          <button type="submit">{t('data:person.find')}</button>
        </div>
        <p id={`${id}-hint`} className="soft">
          {t('data:person.hint')}
        </p>
      </form>
      <p role="status" className={found.kind === 'nobody' || found.kind === 'failed' ? 'fault' : undefined}>
        {statusText(found)}
      </p>
      {found.kind === 'found' && (
        <FoundList
          {...found}
          unticked={unticked}
          onTick={(key, isTicked) => {
            const next = new Set(unticked);
            if (isTicked) next.delete(key);
            else next.add(key);
            setUnticked(next);
          }}
          now={props.now()}
          maskPhones={maskPhones}
          onSave={(chosen, kind) => {
            const now = props.now();
            const day = dayOf(now);
            if (kind === 'text')
              saveFile(personText(chosen, now, language), `obok-dane-osoby-${day}.txt`, 'text/plain');
            else saveFile(personJson(chosen, now), `obok-dane-osoby-${day}.json`);
            props.onSaved();
          }}
          onErase={async (chosen) => {
            if (!(await onErase(found.typed, chosen))) return;
            setFound({ kind: 'none' });
            if (input.current) input.current.value = '';
            input.current?.focus();
          }}
        />
      )}
    </section>
  );
}

/** `2026-11-24`, on Warsaw's calendar. */
function dayOf(now: Date): string {
  const { year, month, day } = warsawParts(now);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

function statusText(found: Found): string {
  switch (found.kind) {
    case 'none':
      return '';
    case 'searching':
      return t('data:person.searching');
    case 'nobody':
      return t('data:person.nobody');
    case 'failed':
      return t('data:person.failed');
    case 'found': {
      const count = countOf(found.data);
      return count === 0 ? t('data:person.none') : t('data:person.found', { count });
    }
  }
}

const countOf = ({ callbacks, encounters, others }: FoundData) =>
  callbacks.length + encounters.length + others.length;

interface FoundListProps {
  data: FoundData;
  unticked: ReadonlySet<string>;
  onTick(key: string, isTicked: boolean): void;
  now: Date;
  maskPhones: boolean;
  onSave(chosen: FoundData, kind: 'text' | 'json'): void;
  onErase(chosen: FoundData): void;
}

const keyOf = (place: string, key: string | number) => `${place}/${key}`;

function FoundList({ data, unticked, onTick, now, maskPhones, onSave, onErase }: FoundListProps) {
  const isTicked = (place: string, key: string | number) => !unticked.has(keyOf(place, key));
  const callbacks = data.callbacks.filter(({ id }) => isTicked('callbacks', id));
  const served = new Set(callbacks.flatMap(({ encounterId }) => encounterId ?? []));
  const chosen: FoundData = {
    ...data,
    callbacks,
    encounters: data.encounters.filter(({ id }) => isTicked('encounters', id)),
    others: data.others.filter(({ place, key }) => isTicked(place, key)),
    served: data.served.filter(({ id }) => served.has(id)),
  };
  const count = countOf(chosen);
  const others: Line[] = [
    ...data.encounters.map(({ id, startedAt }) => ({
      key: keyOf('encounters', id),
      text: t('data:person.service', { time: momentText(startedAt, now) }),
    })),
    ...data.others.map(({ place, key }) => ({ key: keyOf(place, key), text: placeText(place, key) })),
  ];
  const lines = (title: string, all: Line[]) =>
    all.length > 0 && (
      <fieldset className="switches">
        <legend>
          {title}: {all.length}
        </legend>
        {all.slice(0, shownLines).map(({ key, text }) => (
          <label key={key} className="check">
            <input
              type="checkbox"
              checked={!unticked.has(key)}
              onChange={({ target }) => onTick(key, target.checked)}
            />
            <span>{text}</span>
          </label>
        ))}
        {all.length > shownLines && <p>{t('data:person.more', { count: all.length - shownLines })}</p>}
      </fieldset>
    );
  return (
    <>
      {countOf(data) > 0 && <p>{t('data:person.check')}</p>}
      {lines(
        t('data:person.callbacks'),
        data.callbacks.map((callback) => ({
          key: keyOf('callbacks', callback.id),
          text: <CallbackLine callback={callback} now={now} isCovered={maskPhones} />,
        })),
      )}
      {lines(t('data:person.others'), others)}
      {data.ofOffice.includes('clerk') && <p className="soft">{t('data:person.clerkStays')}</p>}
      {data.ofOffice.includes('profiles') && <p className="soft">{t('data:person.profileStays')}</p>}
      {count > 0 && (
        <div className="row">
          <button type="button" onClick={() => onSave(chosen, 'text')}>
            {t('data:person.saveText')}
          </button>
          <button type="button" onClick={() => onSave(chosen, 'json')}>
            {t('data:person.saveJson')}
          </button>
          <AskFirst
            opener={t('data:person.erase', { count })}
            title={t('data:person.sureTitle')}
            text={t('data:person.sureText', { count })}
            keep={t('data:person.keep')}
            sure={t('data:person.sure')}
            onSure={() => onErase(chosen)}
          />
        </div>
      )}
    </>
  );
}

function CallbackLine({ callback, now, isCovered }: { callback: Callback; now: Date; isCovered: boolean }) {
  const { name, phone, subject, caseSign } = callback;
  const about = [subject, caseSign, dueText(callback, now)].filter(Boolean).join(' · ');
  return (
    <>
      <strong>
        {name}
        {name !== undefined && phone !== undefined && ', '}
        {phone !== undefined && <PhoneNumber callback={callback} isCovered={isCovered} />}
      </strong>
      <span className="soft person-about">{about}</span>
    </>
  );
}

function placeText(place: string, key: string | number): string {
  if (key === 'clerk-glossary') return t('data:person.terms');
  if (place !== 'memory') return t('data:person.elsewhere', { place });
  if (key === 'callback-entry') return t('data:person.entry');
  const [kind] = String(key).split(':');
  if (kind === 'note') return t('data:person.note');
  if (kind === 'signs') return t('data:person.signs');
  return t('data:person.elsewhere', { place: kind });
}
