import { useEffect, useRef, useState } from 'react';
import { IntroductionSentence, introductionOf } from '@/components/introduction';
import type { Perform } from '@/components/notice';
import { translate as t } from '@/lib/i18n';
import { type Profile, sentenceFactsOf } from '@/lib/profile';
import { saveClerk, setFirstRunDone } from '@/lib/store';
import { type ClerkDraft, type ClerkField, clerkFields, draftOf, partsOf } from './clerk-draft';
import { OpenPanelButton } from './OpenPanelButton';
import { type FirstRunStep, firstRunSteps, goTo } from './place';
import { SiteList } from './SiteList';
import type { Sites } from './sites';
import { tellSettings } from './tell-settings';
import type { Settings } from './use-settings';

export interface FirstRunProps {
  /** Null: go on where it was left. */
  step: FirstRunStep | null;
  settings: Settings;
  profile: Profile;
  sites: Sites;
  perform: Perform;
}

/** The three short steps. Each can be left at any time; what was typed is kept. */
export function FirstRun({ step: named, settings, profile, sites, perform }: FirstRunProps) {
  // Where it was left is judged once: a step must not jump while its fields are being filled in.
  const [resumed] = useState<FirstRunStep>(() => {
    if (settings.clerk.name === '') return 1;
    return sites.grants.length === 0 ? 2 : 3;
  });
  const step = named ?? resumed;
  const title = useRef<HTMLHeadingElement>(null);
  const shownFirst = useRef(step);
  useEffect(() => {
    // With a new step its title is read out; the first one keeps the focus where the browser put it.
    if (shownFirst.current !== step) title.current?.focus();
    shownFirst.current = step;
  }, [step]);
  const finish = () =>
    perform(async () => {
      await setFirstRunDone();
      return null;
    });
  const skip = () => {
    finish();
    goTo('systemy');
  };
  return (
    <section className="first-run" aria-labelledby="step-title">
      <ol className="steps" aria-label={t('options:start.steps')}>
        {firstRunSteps.map((one) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            <span className="step-number">{one}</span> {t(`options:start.name${one}`)}
          </li>
        ))}
      </ol>
      <h2 id="step-title" tabIndex={-1} ref={title}>
        {t(`options:start.title${step}`)}
      </h2>
      {step === 1 && <AboutYou settings={settings} profile={profile} perform={perform} onSkip={skip} />}
      {step === 2 && (
        <>
          <p>{t('options:start.reads')}</p>
          <SiteList sites={sites} perform={perform} />
          <div className="row">
            <button type="button" onClick={() => goTo('start', 1)}>
              {t('options:start.back')}
            </button>
            <button
              type="button"
              className={sites.grants.length > 0 ? 'main' : ''}
              onClick={() => {
                finish();
                goTo('start', 3);
              }}
            >
              {sites.grants.length > 0 ? t('options:start.next') : t('options:start.later')}
            </button>
          </div>
        </>
      )}
      {step === 3 && (
        <>
          <p>{t('options:start.open')}</p>
          <p>{t('options:start.pin')}</p>
          <p>{t('options:start.reload')}</p>
          <div className="row">
            <button type="button" onClick={() => goTo('start', 2)}>
              {t('options:start.back')}
            </button>
            <OpenPanelButton />
          </div>
        </>
      )}
    </section>
  );
}

interface AboutYouProps {
  settings: Settings;
  profile: Profile;
  perform: Perform;
  onSkip(): void;
}

function AboutYou({ settings, profile, perform, onSkip }: AboutYouProps) {
  const { policy } = settings.policy;
  const isFixed = (field: ClerkField) => Object.hasOwn(policy.enforced, field);
  const [draft, setDraft] = useState<ClerkDraft>(() => draftOf(settings.clerk, profile));
  const saved = useRef(JSON.stringify(draft));
  /** @returns whether what stands in the fields is kept; where it is not, that is told */
  const save = async (): Promise<boolean> => {
    const now = JSON.stringify(draft);
    if (now === saved.current) return true;
    let isKept = false;
    await perform(async () => {
      await saveClerk(partsOf(draft, profile, policy));
      saved.current = now;
      isKept = true;
      tellSettings();
      return { text: t('options:saved') };
    });
    return isKept;
  };
  const goOn = async () => {
    // The next step says that this one is over: a page that is closed then loses nothing of it.
    if (await save()) goTo('start', 2);
  };
  const facts = sentenceFactsOf(profile, { ...settings.clerk, ...draft });
  return (
    <form
      className="about-you"
      onSubmit={(event) => {
        event.preventDefault();
        void goOn();
      }}
    >
      <div className="fields">
        {clerkFields.map((field) => (
          <label key={field} className="field">
            <span>{t(`options:field.${field}`)}</span>
            <input
              value={draft[field]}
              maxLength={120}
              autoComplete={field === 'name' ? 'name' : 'off'}
              inputMode={field === 'phone' ? 'tel' : 'text'}
              onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
              onBlur={() => void save()}
              readOnly={isFixed(field)}
            />
            <span className="soft">
              {isFixed(field) ? t('options:hint.fixed') : t(`options:hint.${field}`)}
            </span>
          </label>
        ))}
      </div>
      <div className="preview">
        <h3>{t('options:start.preview')}</h3>
        <IntroductionSentence introduction={introductionOf('phone-out', profile, facts)} />
        <p className="soft">{t('options:start.stays')}</p>
      </div>
      <div className="row">
        <button type="submit" className="main">
          {t('options:start.next')}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            void save();
            onSkip();
          }}
        >
          {t('options:start.skip')}
        </button>
      </div>
    </form>
  );
}
