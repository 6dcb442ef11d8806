import { lazy, type ReactNode, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { Failure, retryBy, StoreBanner } from '@/components/failure';
import { NoticeBar, useNotice } from '@/components/notice';
import { translate as t } from '@/lib/i18n';
import { shippedSystems } from '@/lib/page';
import { heedStoreLoss, reopenStore, storeState, watchStoreState } from '@/lib/store';
import { Brought } from './Brought';
import { BroughtHealth } from './BroughtHealth';
import { FirstRun } from './FirstRun';
import { Help } from './Help';
import { OfficeProfile } from './OfficeProfile';
import { sections, usePlace } from './place';
import { Systems } from './Systems';
import { type Sites, useSites } from './sites';
import { type Settings, useSettings } from './use-settings';

const Reminding = lazy(() => import('./Reminding').then((part) => ({ default: part.Reminding })));
const Insight = lazy(() => import('./Insight').then((part) => ({ default: part.Insight })));
const StudioDesk = lazy(() => import('./StudioDesk').then((part) => ({ default: part.StudioDesk })));
const YourData = lazy(() => import('./YourData').then((part) => ({ default: part.YourData })));

export function Options() {
  const state = useSettings();
  const sites = useSites();
  const store = useSyncExternalStore(watchStoreState, storeState);
  if (state.kind === 'failed') {
    // What is wrong can be told to the administrator all the same.
    return (
      <>
        <Failure state={store} onRetry={retry} />
        <aside className="page" aria-label={t('options:section.stan')}>
          <BroughtHealth />
        </aside>
      </>
    );
  }
  if (state.kind === 'loading' || sites === null) {
    return <main className="loading soft">{t('options:loading')}</main>;
  }
  // Another language is another screen: every text is asked for anew.
  return (
    <OpenOptions
      key={state.value.clerk.language}
      settings={state.value}
      sites={sites}
      banner={<StoreBanner state={store} onRetry={retry} onHeed={() => void heedStoreLoss()} copyIn="here" />}
    />
  );
}

const retry = retryBy(storeState, reopenStore);

function OpenOptions({ settings, sites, banner }: { settings: Settings; sites: Sites; banner: ReactNode }) {
  const place = usePlace();
  const section = place.section ?? (settings.isFirstRunDone ? 'systemy' : 'start');
  const { profile } = settings;
  const systems = useMemo(
    () => [...new Map([...shippedSystems, ...profile.systems].map((system) => [system.id, system])).values()],
    [profile],
  );
  const { notice, perform, undo, dismiss } = useNotice(() =>
    t(storeState().kind === 'read-only' ? 'common:store.notWritten' : 'options:failed'),
  );
  const main = useRef<HTMLElement>(null);
  const shownFirst = useRef(section);
  useEffect(() => {
    // Come to by a button that went with its section, not by the menu, which keeps the focus.
    if (shownFirst.current !== section && document.activeElement === document.body) {
      const title = main.current?.querySelector('h2');
      title?.setAttribute('tabindex', '-1');
      title?.focus();
    }
    shownFirst.current = section;
  }, [section]);
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
      <main ref={main}>
        {banner}
        {section === 'start' && (
          <FirstRun step={place.step} settings={settings} profile={profile} sites={sites} perform={perform} />
        )}
        {section === 'systemy' && (
          <Systems
            sites={sites}
            systems={systems}
            switches={settings.switches}
            underlining={settings.underlining}
            perform={perform}
          />
        )}
        {section === 'profil' && <OfficeProfile settings={settings} perform={perform} />}
        {section === 'oddzwonienia' && (
          <Brought>
            <Reminding settings={settings} perform={perform} />
          </Brought>
        )}
        {section === 'wglad' && (
          <Brought>
            <Insight language={settings.clerk.language} perform={perform} />
          </Brought>
        )}
        {section === 'studio' && (
          <Brought>
            <StudioDesk settings={settings} systems={systems} sites={sites} perform={perform} />
          </Brought>
        )}
        {section === 'dane' && (
          <Brought>
            <YourData settings={settings} perform={perform} />
          </Brought>
        )}
        {section === 'stan' && <BroughtHealth />}
        {section === 'pomoc' && <Help />}
      </main>
      <footer className="foot">
        <NoticeBar notice={notice} onUndo={undo} onDismiss={dismiss} />
      </footer>
    </div>
  );
}
