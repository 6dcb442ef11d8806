import { type FormEvent, useId, useRef, useState } from 'react';
import type { OpeningHours } from '@/lib/calendar';
import {
  type Callback,
  type EscalationRules,
  isAsking,
  isDue,
  isForSubstitute,
  isSettled,
  type Outcome,
  snoozeChoices,
} from '@/lib/callbacks';
import type { Entry } from '@/lib/directory';
import { translate as t } from '@/lib/i18n';
import type { ClerkFacts } from '../passing';
import { CallbackForm, type CallbackFormProps } from './CallbackForm';
import { dueText, momentText, telOf } from './due-text';
import { attemptName, deedName, deedOfKey, menuDeeds, type RowDeed, rowKeys } from './outcome-keys';
import { DeedLink, PhoneNumber, UncoverButton } from './PhoneNumber';
import { reasonName } from './reason-name';
import { Substitute } from './Substitute';

/** What a row asks of the screen. */
export interface RowDeeds {
  onCall(callback: Callback): void;
  onOutcome(callback: Callback, outcome: Outcome): void;
  onSnooze(callback: Callback, due: number): void;
  onReopen(callback: Callback): void;
  onCopyNumber(callback: Callback): void;
  onOpenCase(callback: Callback): void;
  /** A message that asks a colleague to call. */
  onCopyMessage(text: string): void;
  onEdit(callback: Callback, changes: Parameters<CallbackFormProps['onStore']>[0]): Promise<boolean>;
}

export interface CallbackRowProps extends RowDeeds {
  callback: Callback;
  now: Date;
  hours: OpeningHours;
  promptly: number;
  escalation: Omit<EscalationRules, 'hours'>;
  /** The clerk's own lengths, in working minutes. */
  snoozes: readonly number[];
  /** Whom to hand over to, and who stands in for whom. */
  directory: readonly Entry[];
  clerk: ClerkFacts;
  isCalling: boolean;
  /** The sign of the case that is open beside the panel. */
  pageSign: string | null;
  /** True where a number is covered until it is asked for. */
  maskPhones: boolean;
}

type Aside = 'outcome' | 'more' | 'edit' | 'hand-over';

/** One promise: when, whom, about what; to call, and what came of it. */
export function CallbackRow(props: CallbackRowProps) {
  const { callback, now, hours, onOutcome } = props;
  const [open, setOpen] = useState<Aside | null>(null);
  const [isUncovered, uncover] = useState(false);
  const isCovered = props.maskPhones && !isUncovered;
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const settled = isSettled(callback);
  const titleId = `${id}-title`;
  const number = callback.phone !== undefined && <PhoneNumber callback={callback} isCovered={isCovered} />;

  const act = (deed: RowDeed) => {
    if (settled && deed !== 'copy' && deed !== 'uncover') return;
    if (deed === 'hand-over' || deed === 'edit') setOpen(deed);
    else if (deed === 'copy') props.onCopyNumber(callback);
    else if (deed === 'uncover') uncover(props.maskPhones && !isUncovered);
    else if (deed === 'call') row.current?.querySelector<HTMLElement>('[data-calls]')?.click();
    else {
      setOpen(null);
      onOutcome(callback, { kind: deed });
    }
  };
  const toggle = (aside: Aside) => setOpen(open === aside ? null : aside);
  const opener = (aside: Aside, name: string) => (
    <button
      type="button"
      className="quiet"
      data-opens={aside}
      aria-describedby={titleId}
      aria-expanded={open === aside}
      onClick={() => toggle(aside)}
    >
      {name}
    </button>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons in it
    <div
      ref={row}
      className={`callback is-${settled ? 'settled' : isDue(callback, now) ? 'overdue' : 'waiting'}`}
      data-callback={callback.id}
      onKeyDown={(event) => {
        if (isTyped(event.target)) return;
        if (event.key === 'Escape' && open !== null) {
          row.current?.querySelector<HTMLElement>(`[data-opens="${open}"], [data-first]`)?.focus();
          setOpen(null);
          return;
        }
        const deed = deedOfKey(event);
        if (deed === null) return;
        event.preventDefault();
        act(deed);
      }}
      // A click on the page beside, another row, another window: whoever passes by now sees no number.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) uncover(false);
      }}
    >
      <p className="callback-due">{dueText(callback, now)}</p>
      <h3 id={titleId} tabIndex={-1}>
        {callback.name ?? (number || t('callbacks:row.unnamed'))}
      </h3>
      {callback.phone !== undefined && (
        <p className="callback-phone">
          {callback.name !== undefined && <span>{number}</span>}
          {props.maskPhones && (
            <UncoverButton
              isUncovered={isUncovered}
              onUncover={uncover}
              describedBy={titleId}
              letter={rowKeys.uncover}
            />
          )}
          {props.maskPhones && (
            <span className="visually-hidden" role="status">
              {isUncovered && <PhoneNumber callback={callback} isCovered={false} />}
            </span>
          )}
          <button
            type="button"
            className="quiet"
            aria-describedby={titleId}
            onClick={() => props.onCopyNumber(callback)}
          >
            {t('callbacks:row.copyNumber')}
          </button>
        </p>
      )}
      {callback.subject !== undefined && <p>{callback.subject}</p>}
      {callback.caseSign !== undefined && (
        <p className="callback-case">
          <span>{callback.caseSign}</span>
          <button
            type="button"
            className="quiet"
            aria-describedby={titleId}
            onClick={() => props.onOpenCase(callback)}
          >
            {t('callbacks:row.openCase')}
          </button>
        </p>
      )}
      {callback.colleague !== undefined && !settled && (
        <p className="soft">{t('callbacks:row.colleague', { name: callback.colleague })}</p>
      )}
      {callback.takenFrom !== undefined && !settled && (
        <p className="soft">{t('callbacks:row.takenFrom', { name: callback.takenFrom })}</p>
      )}
      {callback.state === 'broken' && <p className="fault">{t('callbacks:row.broken')}</p>}
      {isAsking(callback) && (
        <fieldset className="callback-ask">
          <legend>{t('callbacks:ask.question', { time: momentText(callback.due, now) })}</legend>
          <div className="row">
            <button type="button" onClick={() => act('as-agreed')}>
              {t('callbacks:ask.asAgreed')} <Key of="as-agreed" />
            </button>
            <button type="button" onClick={() => act('reached')}>
              {t('callbacks:ask.settled')} <Key of="reached" />
            </button>
          </div>
        </fieldset>
      )}
      {isForSubstitute(callback, { ...props.escalation, hours }, now) && (
        <Substitute
          callback={callback}
          directory={props.directory}
          clerk={props.clerk}
          maskPhones={props.maskPhones}
          onCopyMessage={props.onCopyMessage}
          onOutcome={(outcome) => onOutcome(callback, outcome)}
          onHandOver={() => setOpen('hand-over')}
        />
      )}
      <div className="row">
        {!settled && callback.phone !== undefined && callback.state !== 'broken' && (
          <DeedLink
            className="button main"
            href={telOf(callback)}
            isHidden={props.maskPhones}
            onPress={() => props.onCall(callback)}
            data-first
            data-calls
            aria-describedby={titleId}
          >
            {t('callbacks:row.call')}
          </DeedLink>
        )}
        {settled && (
          <button
            type="button"
            data-first
            aria-describedby={titleId}
            onClick={() => props.onReopen(callback)}
          >
            {t('callbacks:row.reopen')}
          </button>
        )}
        {!settled && opener('outcome', t('callbacks:row.outcome'))}
        {opener('more', t('callbacks:row.more'))}
      </div>
      {(open === 'outcome' || (props.isCalling && open === null)) && !settled && (
        <fieldset className="outcomes">
          <legend className="visually-hidden">{t('callbacks:row.outcomes')}</legend>
          {menuDeeds.map((deed) => (
            <button key={deed} type="button" aria-describedby={titleId} onClick={() => act(deed)}>
              {deedName(deed)} <Key of={deed} />
            </button>
          ))}
        </fieldset>
      )}
      {open === 'hand-over' && (
        <HandOver
          colleagues={props.directory.map(({ person }) => person)}
          onHandOver={(colleague) => {
            setOpen(null);
            onOutcome(callback, { kind: 'handed-over', colleague });
          }}
        />
      )}
      {open === 'more' && (
        <div className="aside callback-more">
          {!settled && (
            <fieldset className="snooze row">
              <legend>{t('callbacks:snooze.name')}</legend>
              {snoozeChoices(now, hours, props.snoozes).map(({ id: choice, due }) => (
                <button
                  key={choice}
                  type="button"
                  onClick={() => {
                    setOpen(null);
                    props.onSnooze(callback, due);
                  }}
                >
                  {momentText(due, now)}
                </button>
              ))}
            </fieldset>
          )}
          {!settled && (
            <button type="button" data-opens="edit" onClick={() => setOpen('edit')}>
              {t('callbacks:row.edit')} <Key of="edit" />
            </button>
          )}
          {callback.note !== undefined && <p>{callback.note}</p>}
          <p className="soft">
            {t('callbacks:row.promised', { time: momentText(callback.promisedAt, now) })} ·{' '}
            {reasonName(callback.reason)}
          </p>
          {callback.attempts.length > 0 && (
            <ul aria-label={t('callbacks:attempt.name')}>
              {callback.attempts.map(({ at, outcome }) => (
                <li key={`${at}${outcome}`}>
                  {momentText(at, now)}: {attemptName(outcome)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {open === 'edit' && (
        <CallbackForm
          callback={callback}
          now={now}
          hours={hours}
          promptly={props.promptly}
          maskPhones={props.maskPhones}
          colleagues={props.directory.map(({ person }) => person)}
          pageSign={props.pageSign}
          onStore={(changes) => props.onEdit(callback, changes)}
          onLeave={() => {
            setOpen(null);
            row.current?.querySelector<HTMLElement>('h3')?.focus();
          }}
        />
      )}
    </div>
  );
}

/** The letter that does the same on the row; a screen reader hears of the keys below the list. */
function Key({ of }: { of: RowDeed }) {
  return (
    <span className="key" aria-hidden="true">
      {rowKeys[of]}
    </span>
  );
}

function HandOver({ colleagues, onHandOver }: { colleagues: string[]; onHandOver(name: string): void }) {
  const id = useId();
  const hand = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('colleague') ?? '').trim();
    if (name !== '') onHandOver(name);
  };
  return (
    <form className="hand-over" onSubmit={hand}>
      <label htmlFor={id}>{t('callbacks:handOver.to')}</label>
      <div className="quick-entry-line">
        {/* biome-ignore lint/a11y/noAutofocus: the clerk has just asked for it */}
        <input id={id} name="colleague" list={`${id}-names`} autoComplete="off" autoFocus required />
        <button type="submit">{t('callbacks:handOver.do')}</button>
      </div>
      <datalist id={`${id}-names`}>
        {colleagues.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  );
}

function isTyped(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
