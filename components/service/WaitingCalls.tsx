import { useId, useState } from 'react';
import { clockSaid, whenSaid } from '@/lib/calendar';
import type { Callback } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { PhoneNumber, UncoverButton } from '../callbacks';
import { apologyOnLine, type WaitingCall } from './waiting-call';

/** What the clerk may fill in of a promise while the client is still on the line. */
export type PromiseDetails = Partial<Pick<Callback, 'name' | 'phone' | 'due'>>;

export interface WaitingCallsProps {
  calls: WaitingCall[];
  /** True while another client is served. */
  isServing: boolean;
  now: Date;
  /** True where a client's number is covered until it is asked for. */
  maskPhones: boolean;
  /** Times to offer besides the promised one. */
  times: Date[];
  onDetails(callback: Callback, details: PromiseDetails): void;
  onTakeUp(call: WaitingCall): void;
  onDrop(call: WaitingCall): void;
}

/** Calls that were interrupted by a client at the desk: what to say, whom to ring, and the way back. */
export function WaitingCalls({ calls, ...rest }: WaitingCallsProps) {
  if (calls.length === 0) return null;
  return (
    <section className="waiting-calls" aria-label={t('service:waiting.name')}>
      {calls.map((call) => (
        <WaitingCallCard key={call.encounter.id} call={call} {...rest} />
      ))}
    </section>
  );
}

/** Milliseconds for the apology and the number; later the card is a line. */
const whileOnLine = 90_000;

function WaitingCallCard({
  call,
  isServing,
  now,
  maskPhones,
  times,
  onDetails,
  onTakeUp,
  onDrop,
}: Omit<WaitingCallsProps, 'calls'> & { call: WaitingCall }) {
  const { encounter, callback } = call;
  const setAsideAt = encounter.setAsideAt ?? encounter.startedAt;
  const since = clockSaid(new Date(setAsideAt));
  const [isOpen, setOpen] = useState(now.getTime() - setAsideAt < whileOnLine);
  return (
    <div className="waiting-call">
      {/* Once the receiver is down, the client at the desk matters: one line is left. */}
      {isServing && callback && (
        <button
          type="button"
          className="waiting-line"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('service:waiting.since', { since })}
          {!isOpen && <span lang="pl">{`, ${whenSaid(new Date(callback.due), now)}`}</span>}
        </button>
      )}
      <h2 className={isServing && callback ? 'visually-hidden' : ''}>
        {t(isServing ? 'service:waiting.since' : 'service:waiting.offer', { since })}
      </h2>
      {callback && isServing && isOpen && (
        <p className="say" lang="pl">
          <span className="say-label">{t('panel:card.say')}</span>„
          {apologyOnLine(whenSaid(new Date(callback.due), now))}”
        </p>
      )}
      {callback && !isServing && (
        <p>
          {t('service:waiting.promised')} <span lang="pl">{whenSaid(new Date(callback.due), now)}</span>
          {callback.name ? `, ${callback.name}` : ''}
          {callback.phone === undefined ? '.' : <WaitingNumber callback={callback} maskPhones={maskPhones} />}
        </p>
      )}
      {callback && isServing && isOpen && (
        <PromiseForm
          callback={callback}
          now={now}
          maskPhones={maskPhones}
          times={times}
          onDetails={onDetails}
        />
      )}
      {(isOpen || !isServing || !callback) && (
        <div className="row">
          <button type="button" className={isServing ? 'quiet' : 'main'} onClick={() => onTakeUp(call)}>
            {t(callback ? 'service:waiting.callNow' : 'service:waiting.goBack')}
          </button>
          <button type="button" className="quiet" onClick={() => onDrop(call)}>
            {t('service:waiting.drop')}
          </button>
        </div>
      )}
    </div>
  );
}

/** The number in the sentence, and the way to see it where it is covered. */
function WaitingNumber({ callback, maskPhones }: { callback: Callback; maskPhones: boolean }) {
  const [isUncovered, uncover] = useState(false);
  return (
    <span>
      {', '}
      <PhoneNumber callback={callback} isCovered={maskPhones && !isUncovered} />
      {'. '}
      {maskPhones && <UncoverButton isUncovered={isUncovered} onUncover={uncover} isAlone />}
    </span>
  );
}

/** Number, name and time; each is kept as the clerk leaves the field, so that a hurried desk loses nothing. */
function PromiseForm({
  callback,
  now,
  maskPhones,
  times,
  onDetails,
}: Pick<WaitingCallsProps, 'now' | 'maskPhones' | 'times' | 'onDetails'> & { callback: Callback }) {
  const id = useId();
  const due = new Date(callback.due);
  const offered = [due, ...times.filter((time) => time.getTime() !== callback.due)];
  const field = (name: 'phone' | 'name', label: string) => (
    <label className="promise-field">
      <span>{label}</span>
      <input
        type={name === 'phone' ? 'tel' : 'text'}
        className={name === 'phone' && maskPhones ? 'is-covered' : undefined}
        autoComplete="off"
        defaultValue={callback[name] ?? ''}
        maxLength={120}
        onBlur={({ target }) => {
          const value = target.value.trim();
          if (value !== (callback[name] ?? '')) onDetails(callback, { [name]: value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </label>
  );
  return (
    <div className="promise-form">
      {field('phone', t('service:promise.phone'))}
      {field('name', t('service:promise.person'))}
      <label className="promise-field" htmlFor={`${id}-due`}>
        <span>{t('service:promise.due')}</span>
        <select
          id={`${id}-due`}
          value={callback.due}
          onChange={({ target }) => onDetails(callback, { due: Number(target.value) })}
        >
          {offered.map((time) => (
            <option key={time.getTime()} value={time.getTime()} lang="pl">
              {whenSaid(time, now)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
