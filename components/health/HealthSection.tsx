import { useState } from 'react';
import { type Check, isTroubling, reportOf } from '@/lib/health';
import { t } from './words';

/** What was found, or how that stands. */
export type Examined = { kind: 'looking' } | { kind: 'examined'; checks: Check[]; at: Date };

export interface HealthSectionProps {
  examined: Examined;
  onLook(): void;
  /** Settles once it is on the clipboard. */
  onCopy(report: string): Promise<void>;
  onSave(report: string): Promise<void>;
}

/** „Stan Oboka”: each check with how it stands, a sentence, and what to do; and the same as a text for the administrator. */
export function HealthSection({ examined, onLook, onCopy, onSave }: HealthSectionProps) {
  const [told, tell] = useState('');
  const checks = examined.kind === 'examined' ? examined.checks : [];
  const troubles = checks.filter(({ finding }) => isTroubling(finding));
  const others = checks.filter(({ finding }) => !isTroubling(finding));
  const report = () => (examined.kind === 'examined' ? textOf(examined.checks, examined.at) : '');
  const give = (done: Promise<void>, text: string) =>
    void done.then(
      () => tell(text),
      () => tell(t('panel:failed.copy')),
    );
  return (
    <section aria-labelledby="health-title">
      <h2 id="health-title">{t('health:title')}</h2>
      <p>{t('health:text')}</p>
      <p role="status" className="health-sum">
        {sumText(examined, troubles.length)}
      </p>
      {checks.length > 0 && (
        <ul className="health">
          {[...troubles, ...others].map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </ul>
      )}
      <div className="row">
        {examined.kind === 'examined' && (
          <>
            <button type="button" className="main" onClick={() => give(onCopy(report()), t('health:copied'))}>
              {t('health:copy')}
            </button>
            <button type="button" onClick={() => give(onSave(report()), t('health:saved'))}>
              {t('health:save')}
            </button>
          </>
        )}
        <button
          type="button"
          aria-busy={examined.kind === 'looking'}
          onClick={() => {
            tell('');
            if (examined.kind !== 'looking') onLook();
          }}
        >
          {t('health:again')}
        </button>
      </div>
      <p role="status">{told}</p>
    </section>
  );
}

/** Told by a shape and a word, not by colour alone. */
function CheckLine({ check }: { check: Check }) {
  const { id, standing, finding } = check;
  return (
    <li className={`health-check is-${standing}`}>
      <span className="health-mark" aria-hidden="true">
        {{ good: '✓', look: '!', bad: '✕', unknown: '?' }[standing]}
      </span>
      <div>
        <h3>
          {t(`health:name.${id}`)} <span className="health-standing">{t(`health:standing.${standing}`)}</span>
        </h3>
        <p>{says(check)}</p>
        {isTroubling(finding) && <p className="health-advice">{t(`health:advice.${finding}`)}</p>}
      </div>
    </li>
  );
}

function sumText({ kind }: Examined, troubles: number): string {
  if (kind === 'looking') return t('health:looking');
  return troubles === 0 ? t('health:allGood') : t('health:troubles', { count: troubles });
}

// Which values a sentence needs is known where it was found; the type of i18next asks for those of all sentences at once.
const says = ({ finding, values }: Check): string => String(t(`health:finding.${finding}`, values as never));

function textOf(checks: readonly Check[], at: Date): string {
  return reportOf(checks, at, {
    title: t('health:report.title'),
    assurance: t('health:report.assurance'),
    standing: (standing) => t(`health:standing.${standing}`),
    name: (id) => t(`health:name.${id}`),
    says,
    advice: (finding) => t(`health:advice.${finding}`),
  });
}
