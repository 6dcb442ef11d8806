import type { Callback, Outcome } from '@/lib/callbacks';
import { type Entry, substituteOfNamed } from '@/lib/directory';
import { translate as t } from '@/lib/i18n';
import { type ClerkFacts, mailDraft, messageSheet, whoIs } from '../passing';
import { coveredNumber } from './due-text';
import { DeedLink } from './PhoneNumber';

export interface SubstituteProps {
  callback: Callback;
  directory: readonly Entry[];
  clerk: ClerkFacts;
  /** True where the profile has numbers covered: the message is shown without it, and sent with it. */
  maskPhones: boolean;
  onCopyMessage(text: string): void;
  onOutcome(outcome: Outcome): void;
  /** Asks to whom to hand over instead. */
  onHandOver(): void;
}

/** The promise was to be kept long ago: who else may call, and the message to ask them with. */
export function Substitute({
  callback,
  directory,
  clerk,
  maskPhones,
  onCopyMessage,
  onOutcome,
  onHandOver,
}: SubstituteProps) {
  const caller = callback.colleague ?? clerk['imię i nazwisko'] ?? '';
  const substitute = substituteOfNamed(caller, directory);
  if (substitute === null) {
    return (
      <section className="callback-substitute" aria-label={t('callbacks:substitute.name')}>
        <p>{t('callbacks:substitute.nobody')}</p>
        <button type="button" onClick={onHandOver}>
          {t('callbacks:substitute.handOver')}
        </button>
      </section>
    );
  }
  const message = messageTo(substitute, callback, clerk);
  return (
    <section className="callback-substitute" aria-label={t('callbacks:substitute.name')}>
      <p>
        {t('callbacks:substitute.proposed', {
          who: [whoIs(substitute), substitute.phone].filter(Boolean).join(', '),
        })}
      </p>
      <details>
        <summary>{t('callbacks:substitute.message')}</summary>
        <p className="callback-message" lang="pl">
          {maskPhones
            ? messageTo(substitute, { ...callback, phone: coveredNumber(callback) }, clerk)
            : message}
        </p>
      </details>
      <div className="row">
        <button type="button" onClick={() => onCopyMessage(message)}>
          {t('callbacks:substitute.copy')}
        </button>
        <DeedLink
          href={mailDraft(substitute.email, message, 'Prośba o oddzwonienie do klienta')}
          isHidden={maskPhones}
        >
          {t('callbacks:substitute.mail')}
        </DeedLink>
      </div>
      <button type="button" onClick={() => onOutcome({ kind: 'handed-over', colleague: substitute.person })}>
        {t('callbacks:substitute.given', { person: substitute.person })}
      </button>
    </section>
  );
}

const when = new Intl.DateTimeFormat('pl-PL', {
  timeZone: 'Europe/Warsaw',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** Written in Polish whatever the language of the screen, as all that goes to a colleague. */
function messageTo(substitute: Entry, callback: Callback, clerk: ClerkFacts): string {
  const tries = callback.attempts.filter(({ outcome }) => outcome === 'no-answer').length;
  const asked = [
    `Proszę oddzwonić do klienta. Termin: ${when.format(callback.due)}.`,
    tries > 0 ? `Nie odebrano: ${tries}.` : '',
    callback.note ?? '',
  ];
  return messageSheet(
    { ...callback, colleague: whoIs(substitute), note: asked.filter(Boolean).join(' ') },
    when.format(callback.promisedAt),
    clerk,
  );
}
