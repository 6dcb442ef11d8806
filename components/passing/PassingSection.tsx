import { useId, useState } from 'react';
import type { Callback } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { type Moment, provisionById } from '@/lib/standard';
import { PassingSteps } from './PassingSteps';
import { type PassingDraft, withTarget } from './passing-draft';
import { type PassingInput, passingModel, type Target } from './passing-model';
import type { ClerkFacts } from './sentences';
import { TargetCard } from './TargetCard';
import { TextField } from './TextField';
import { WaysOut } from './WaysOut';
import { whyText } from './why-text';

/** What becomes a `Callback`; the rest of it is for whoever keeps the store. */
export type PromisedByPassing = Pick<
  Callback,
  'kind' | 'name' | 'phone' | 'subject' | 'caseSign' | 'note' | 'colleague'
>;

export interface PassingSectionProps extends PassingInput {
  /** The stage of service; null with no encounter. */
  moment: Moment | null;
  clerk: ClerkFacts;
  /** Where the office itself answers; null where the profile has no number. */
  officePhone: string | null;
  onDraft(change: Partial<PassingDraft>): void;
  onCopy(text: string): void;
  /** The number was copied: the client has it now. */
  onCopyNumber(phone: string): void;
  /** The client was given a number and a time: copied, and kept for her note. */
  onNumberGiven(target: Target, when: string, sentence: string): void;
  /** Settles with what was stored; null where it could not be. `onUndone` is called when it is taken back. */
  onPromise(promised: PromisedByPassing, onUndone: () => void): Promise<Callback | null>;
  /** Says in a sentence what has changed on the screen, and offers the way back. */
  onTell(text: string, undo: () => void): void;
  onPrint(): void;
}

/** At once: more is a list to read while the client waits. */
const othersAtOnce = 3;

/** „Przekaż klienta”: to whom, in what words, and what to offer where nobody is there. */
export function PassingSection(props: PassingSectionProps) {
  const { draft, moment, directory, onDraft } = props;
  const id = useId();
  const isDue = moment === 'transferring' || moment === null;
  const isOpen = draft.fold?.moment === moment ? draft.fold.isOpen : isDue;
  return (
    <section className="group passing" aria-labelledby={`${id}-name`}>
      <h2>
        <button
          type="button"
          className="group-name"
          id={`${id}-name`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => onDraft({ fold: { moment, isOpen: !isOpen } })}
        >
          {t('passing:name')}
        </button>
      </h2>
      {isOpen && (
        <div className="passing-body" id={id}>
          {directory.length === 0 && <p className="soft">{t('passing:noDirectory')}</p>}
          <PassingBody {...props} />
        </div>
      )}
    </section>
  );
}

function PassingBody(props: PassingSectionProps) {
  const { draft, directory, caseSign, officePhone, onDraft } = props;
  const model = passingModel(props);
  const { target, matter } = model;
  const isByHand = draft.typed !== null || directory.length === 0;
  return (
    <>
      <TextField
        label={t('passing:matter')}
        hint={directory.length === 0 || target ? undefined : t('passing:matterHint')}
        value={draft.matter}
        onChange={(typed) => onDraft({ matter: typed, ...(draft.isPassing ? {} : { chosen: null }) })}
      />
      {caseSign !== null && (
        <label className="check passing-case">
          <input
            type="checkbox"
            checked={model.sign !== null}
            onChange={({ target: { checked } }) => onDraft({ isAboutCase: checked })}
          />
          <span>{t('passing:aboutCase', { sign: caseSign.raw })}</span>
        </label>
      )}
      {model.isOwn && <OwnMatter />}
      {isByHand && (
        <ByHand
          typed={draft.typed ?? { person: '', phone: '' }}
          isOnly={directory.length === 0}
          isAwaited={directory.length > 0 || draft.isPassing}
          officePhone={officePhone}
          onType={(typed) => onDraft(draft.isPassing ? { typed } : withTarget({ typed }))}
          onBack={() => onDraft(withTarget({ typed: null }))}
        />
      )}
      {target && (
        <TargetCard
          target={target}
          isPassing={draft.isPassing}
          isByHand={isByHand}
          onCopyNumber={props.onCopyNumber}
          // Settled: what is typed from here on changes the words, not the person.
          onPass={() => onDraft({ isPassing: !draft.isPassing, chosen: target.entry?.id ?? null })}
        />
      )}
      {!isByHand && !target && !model.isOwn && matter !== '' && <p>{t('passing:nobody')}</p>}
      {!draft.isPassing && !isByHand && (
        <Others
          others={model.others.slice(0, othersAtOnce)}
          onChoose={(one) => onDraft(withTarget({ chosen: one.entry?.id ?? null }))}
          onByHand={() => onDraft(withTarget({ typed: { person: '', phone: '' } }))}
        />
      )}
      {target && draft.isPassing && (
        <>
          <PassingSteps {...props} target={target} matter={matter} sign={model.sign} />
          <WaysOut {...props} target={target} next={model.next} matter={matter} sign={model.sign} />
        </>
      )}
    </>
  );
}

/** A quiet word, not a bar: the clerk may have a reason. */
function OwnMatter() {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const provision = provisionById('ke.5.2');
  return (
    <div className="passing-own">
      <p>{t('passing:own')}</p>
      {provision && (
        <button
          type="button"
          className="quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {t('panel:card.source')}
        </button>
      )}
      {provision && isOpen && (
        <figure className="source" id={id} lang="pl">
          <blockquote>{provision.text}</blockquote>
          <figcaption>{provision.citation}</figcaption>
        </figure>
      )}
    </div>
  );
}

interface OthersProps {
  others: Target[];
  onChoose(target: Target): void;
  onByHand(): void;
}

function Others({ others, onChoose, onByHand }: OthersProps) {
  return (
    <div className="row passing-others">
      {others.length > 0 && (
        <ul className="row" aria-label={t('passing:others')}>
          <li aria-hidden="true">{t('passing:others')}:</li>
          {others.map((one) => (
            <li key={one.entry?.id}>
              <button type="button" className="quiet" title={whyText(one.why)} onClick={() => onChoose(one)}>
                {one.person}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="quiet" onClick={onByHand}>
        {t('passing:byHand')}
      </button>
    </div>
  );
}

interface ByHandProps {
  typed: { person: string; phone: string };
  /** True where there is no directory to go back to. */
  isOnly: boolean;
  /** True where an empty name is what the clerk is to type next. */
  isAwaited: boolean;
  officePhone: string | null;
  onType(typed: { person: string; phone: string }): void;
  onBack(): void;
}

function ByHand({ typed, isOnly, isAwaited, officePhone, onType, onBack }: ByHandProps) {
  return (
    <>
      <div className="passing-fields">
        <TextField
          label={t('passing:person')}
          value={typed.person}
          isFocused={isAwaited && typed.person === ''}
          onChange={(person) => onType({ ...typed, person })}
        />
        <TextField
          label={t('passing:number')}
          type="tel"
          value={typed.phone}
          onChange={(phone) => onType({ ...typed, phone })}
        />
      </div>
      <div className="row">
        {isOnly ? (
          typed.person === '' && (
            <button
              type="button"
              onClick={() => onType({ person: 'sekretariat', phone: typed.phone || (officePhone ?? '') })}
            >
              {t('passing:secretariat')}
            </button>
          )
        ) : (
          <button type="button" className="quiet" onClick={onBack}>
            {t('passing:backToDirectory')}
          </button>
        )}
      </div>
    </>
  );
}
