import { useMemo } from 'react';
import { Failure } from '@/components/failure';
import { NoticeBar, useNotice } from '@/components/notice';
import { translate as t } from '@/lib/i18n';
import { shippedSystems } from '@/lib/page';
import { baseProfile } from '@/lib/profile';
import { FirstRun } from './FirstRun';
import { Help } from './Help';
import { sections, usePlace } from './place';
import { Systems } from './Systems';
import { type Sites, useSites } from './sites';
import { type Settings, useSettings } from './use-settings';
import { YourData } from './YourData';

export function Options() {
  const [state, retry] = useSettings();
  const sites = useSites();
  if (state.kind === 'failed') return <Failure onRetry={retry} />;
  if (state.kind === 'loading' || sites === null) {
    return <p className="loading soft">{t('options:loading')}</p>;
  }
  // Another language is another screen: every text is asked for anew.
  return <OpenOptions key={state.settings.clerk.language} settings={state.settings} sites={sites} />;
}

function OpenOptions({ settings, sites }: { settings: Settings; sites: Sites }) {
  const place = usePlace();
  const section = place.section ?? (settings.isFirstRunDone ? 'systemy' : 'start');
  const profile = useMemo(() => baseProfile(), []);
  const systems = useMemo(
    () => [...new Map([...shippedSystems, ...profile.systems].map((system) => [system.id, system])).values()],
    [profile],
  );
  const { notice, perform, undo, dismiss } = useNotice(() => t('options:failed'));
  return (
    <div className="page">
      <header>
        <h1>{t('options:title')}</h1>
        <nav aria-label={t('options:nav')}>
          {sections.map((one) => (
            <a key={one} href={`#${one}`} aria-current={one === section ? 'page' : undefined}>
              {t(`options:section.${one}`)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {section === 'start' && (
          <FirstRun step={place.step} settings={settings} profile={profile} sites={sites} perform={perform} />
        )}
        {section === 'systemy' && (
          <Systems sites={sites} systems={systems} switches={settings.switches} perform={perform} />
        )}
        {section === 'dane' && <YourData settings={settings} perform={perform} />}
        {section === 'pomoc' && <Help />}
      </main>
      <footer className="foot">
        <NoticeBar notice={notice} onUndo={undo} onDismiss={dismiss} />
      </footer>
    </div>
  );
}
