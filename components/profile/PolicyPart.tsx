import { useState } from 'react';
import { translate as t } from '@/lib/i18n';
import type { Policy, PolicyFault } from '@/lib/policy';
import { useKeyNames } from './use-key-names';
import { type WhyNot, whyNotText } from './why-not';

export interface ShownPolicy {
  policy: Policy;
  faults: readonly PolicyFault[];
  notTaken: Partial<Record<'office' | 'referat', WhyNot>>;
  /** Null where the administrator has never said anything. */
  readAt: Date | null;
}

export interface PolicyPartProps {
  shown: ShownPolicy;
  language: 'pl' | 'en';
  /** Settles when the policy was read anew. */
  onLook(): Promise<void>;
}

/** What the administrator has fixed, what of it could not be done, and why. */
export function PolicyPart({ shown, language, onLook }: PolicyPartProps) {
  const { policy, faults, notTaken, readAt } = shown;
  const [isLooking, setLooking] = useState(false);
  const names = useKeyNames(policy.signingKeys);
  const look = async () => {
    setLooking(true);
    await onLook().finally(() => setLooking(false));
  };
  const again = (
    <button type="button" className="quiet" disabled={isLooking} onClick={() => void look()}>
      {isLooking ? t('profile:policy.looking') : t('profile:policy.look')}
    </button>
  );
  if (readAt === null) {
    return (
      <div className="row">
        <span className="soft">{t('profile:policy.none')}</span>
        {again}
      </div>
    );
  }
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(readAt);
  const facts = (['defaults', 'enforced'] as const).flatMap((kind) =>
    Object.entries(policy[kind]).map(([fact, value]) => ({ kind, fact, value })),
  );
  const given = (['officeProfile', 'referatProfile', 'profileUrl'] as const).filter(
    (name) => policy[name] !== undefined,
  );
  return (
    <section className="policy" aria-labelledby="policy-title">
      <h3 id="policy-title">{t('profile:policy.title')}</h3>
      <p className="soft">{t('profile:policy.read', { date })}</p>
      {given.length + names.length + facts.length === 0 && <p>{t('profile:policy.empty')}</p>}
      <ul>
        {given.map((name) => (
          <li key={name}>
            {t(`profile:policy.gives.${name}`)}
            {name === 'profileUrl' && <code> {policy.profileUrl}</code>}
          </li>
        ))}
        {names.map((name) => (
          <li key={name}>{t('profile:policy.gives.signingKey', { name })}</li>
        ))}
        {facts.map(({ kind, fact, value }) => (
          <li key={`${kind}.${fact}`}>
            {t(`profile:policy.gives.${kind}`)}: {t(`profile:policy.fact.${fact as 'office'}`)} – {value}
          </li>
        ))}
      </ul>
      {(faults.length > 0 || Object.keys(notTaken).length > 0) && (
        <div role="alert">
          <p className="fault">{t('profile:policy.faults')}</p>
          <ul className="errors">
            {faults.map(({ path, is }) => (
              <li key={`${path} ${is}`}>
                {path === '' ? <strong>{t('profile:policy.whole')}</strong> : <code>{path}</code>}
                <span>{t(`profile:policy.fault.${is}`)}</span>
              </li>
            ))}
            {Object.entries(notTaken).map(([layer, why]) => (
              <li key={layer}>
                <code>{`${layer}Profile`}</code>
                <span>{whyNotText(why)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {again}
    </section>
  );
}
