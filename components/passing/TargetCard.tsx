import { dialled } from '@/lib/directory';
import { translate as t } from '@/lib/i18n';
import type { Target } from './passing-model';
import { whyText } from './why-text';

export interface TargetCardProps {
  target: Target;
  isPassing: boolean;
  /** True where the fields with name and number stand above: neither is said twice. */
  isByHand: boolean;
  onCopyNumber(phone: string): void;
  onPass(): void;
}

/** To whom: name, post, number, and why this person. */
export function TargetCard({ target, isPassing, isByHand, onCopyNumber, onPass }: TargetCardProps) {
  const { person, position, referat, phone } = target;
  const post = [position, referat].filter(Boolean).join(' · ');
  const why = whyText(target.why);
  const number = phone === undefined ? null : dialled(phone);
  return (
    <div className="card passing-target">
      {!isByHand && <h3>{person}</h3>}
      {post !== '' && <p lang="pl">{post}</p>}
      {phone === undefined ? (
        <p className="soft">{t('passing:noNumber')}</p>
      ) : (
        <div className="row passing-number">
          {number === null ? <span>{phone}</span> : <a href={`tel:${number}`}>{phone}</a>}
          <button type="button" onClick={() => onCopyNumber(phone)}>
            {t('passing:copyNumber')}
          </button>
        </div>
      )}
      {why !== '' && <p className="soft">{why}</p>}
      <button type="button" className={isPassing ? 'quiet' : 'main'} onClick={onPass}>
        {isPassing ? t('passing:other') : t('passing:pass')}
      </button>
    </div>
  );
}
