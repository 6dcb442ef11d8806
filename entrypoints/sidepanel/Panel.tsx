import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { browser } from 'wxt/browser';
import { dueCounts } from '@/components/callbacks';
import { EndingTab } from '@/components/ending';
import { Failure, retryBy, SetAsideBanner, StoreBanner } from '@/components/failure';
import { GlossaryTab, UnderlineBar } from '@/components/glossary';
import { NoteButton } from '@/components/note';
import { NoticeBar, useNotice } from '@/components/notice';
import { NowTab, nowModel } from '@/components/now';
import { Serving, WaitingCalls, waitingCalls } from '@/components/service';
import { useSetAside } from '@/components/stored';
import { dueFor, isPending } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { systemNames } from '@/lib/page';
import { provisionById } from '@/lib/standard';
import {
  countSetAside,
  heedStoreLoss,
  reopenStore,
  storeState,
  watchSetAside,
  watchStore,
  watchStoreState,
} from '@/lib/store';
import { answerReminder, chooseChannel, moveTo, switchReminder } from './actions';
import { CallbacksPanel } from './CallbacksPanel';
import { openNote } from './open-note';
import { askPage, pageBeside } from './page-words';
import { copyText } from './passing-actions';
import {
  askToWait,
  dropCall,
  noteNoAnswer,
  saveDetails,
  takeUpCall,
  turnToClientAtDesk,
} from './service-actions';
import { takeLetter } from './take-letter';
import { useAskedPlace } from './use-asked-place';
import { useBackupOffer } from './use-backup-offer';
import { useCallbacks } from './use-callbacks';
import { useCaseKey } from './use-case-key';
import { useClerkWords } from './use-clerk-words';
import { type Desk, useDesk } from './use-desk';
import { useEnding } from './use-ending';
import { useGlossary } from './use-glossary';
import { useMetSigns } from './use-met-signs';
import { useNow } from './use-now';
import { useOpenPage } from './use-open-page';
import { useOpenTab } from './use-open-tab';
import { usePassing } from './use-passing';
import { underline, useUnderlining } from './use-underlining';

/** The clerk's desk beside the web system. */
export function Panel() {
  const state = useDesk();
  const store = useSyncExternalStore(watchStoreState, storeState);
  const damaged = useSetAside(setAside);
  switch (state.kind) {
    case 'loading':
      return <main className="loading soft">{t('panel:loading')}</main>;
    case 'failed':
      return <Failure state={store} onRetry={retry} />;
    case 'ready':
      // Another language is another screen: every text is asked for anew.
      return (
        <OpenPanel
          key={state.value.clerk.language}
          desk={state.value}
          banner={
            <>
              <StoreBanner state={store} onRetry={retry} onHeed={() => void heedStoreLoss()} copyIn="tab" />
              <SetAsideBanner count={damaged} />
            </>
          }
        />
      );
  }
}

const retry = retryBy(storeState, reopenStore);
const setAside = { watch: watchStore, count: countSetAside, onMore: watchSetAside };

function OpenPanel({ desk, banner }: { desk: Desk; banner: ReactNode }) {
  const page = useOpenPage();
  const caseKey = useCaseKey(page);
  const now = useNow();
  const { profile } = desk;
  const model = useMemo(
    () => nowModel({ ...desk, page, caseKey, now, provisionOf: provisionById }),
    [desk, page, caseKey, now],
  );
  const { notice, perform, undo, dismiss } = useNotice(() =>
    t(storeState().kind === 'read-only' ? 'common:store.notWritten' : 'panel:failed.write'),
  );
  const names = useMemo(() => systemNames(profile.systems), [profile]);

  const signs = useMetSigns(model.encounter?.id ?? null);
  const rules = profile.callbacks;
  const callingBack =
    model.encounter &&
    desk.callbacks.find(
      (one) => one.encounterId === model.encounter?.id && one.reason === 'client-at-desk' && isPending(one),
    );

  const [tab, openTab] = useOpenTab('now');
  const ending = useEnding({
    desk,
    profile,
    page,
    model,
    now,
    perform,
    due: (at) => dueFor(rules, at),
    onOpen: () => openTab('ending'),
    onNext: () => openTab('now'),
  });
  const note = () => perform(() => openNote(model.encounter, page));
  const offer = useBackupOffer(desk, now, perform, () => openOptions('dane'));
  const passing = usePassing({ profile, clerk: desk.clerk, model, page, perform });
  const callbacks = useCallbacks();
  const counts = useMemo(() => dueCounts(callbacks ?? [], now), [callbacks, now]);
  const clerkWords = useClerkWords(perform);
  const glossary = useGlossary(profile, clerkWords?.terms ?? null, tab === 'glossary');
  const beside = useMemo(() => pageBeside(page), [page]);
  const permit = (pattern: string) => {
    // Asked for in the very turn of the click, or the browser refuses.
    const asked = browser.permissions.request({ origins: [pattern] });
    perform(async () => ({
      text: (await asked) ? t('panel:page.permitted') : t('panel:page.refused'),
    }));
  };
  const underlining = useUnderlining(page);
  const [entryAsked, askForEntry] = useState(0);
  useAskedPlace((place) => {
    openTab(place === 'now' ? 'now' : 'callbacks');
    if (place === 'quick-entry') askForEntry((times) => times + 1);
  });
  return (
    <Tabs className="panel" selectedKey={tab} onSelectionChange={openTab}>
      <header className="top">
        <h1 className="visually-hidden">{t('panel:title')}</h1>
        <TabList className="tab-list" aria-label={t('panel:tabs.name')}>
          <Tab id="now" className="tab">
            {t('panel:tabs.now')}
          </Tab>
          <Tab
            id="callbacks"
            className={counts.overdue > 0 ? 'tab has-count is-overdue' : 'tab has-count'}
            // Drawn by the style: seen, and told in words below, but no part of the tab's name.
            data-count={counts.overdue + counts.today || undefined}
            aria-label={t('callbacks:tab')}
            aria-describedby="callbacks-count"
          >
            {t('callbacks:tab')}
          </Tab>
          <Tab id="ending" className="tab">
            {t('panel:tabs.ending')}
          </Tab>
          <Tab id="glossary" className="tab">
            {t('glossary:tab')}
          </Tab>
        </TabList>
        <span id="callbacks-count" hidden>
          {t('callbacks:tabCount.overdue', { count: counts.overdue })},{' '}
          {t('callbacks:tabCount.today', { count: counts.today })}
        </span>
        <button
          type="button"
          className="quiet settings"
          aria-label={t('panel:settings')}
          title={t('panel:settings')}
          onClick={() => openOptions('systemy')}
        >
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <path
              d="M2 5h14M2 13h14M6 3v4M12 11v4"
              stroke="currentcolor"
              strokeWidth="2"
              strokeLinecap="round"
            />
          </svg>
        </button>
      </header>
      {banner}
      <main>
        <TabPanel id="now" className="tab-panel">
          <NowTab
            model={model}
            page={page}
            waiting={
              <WaitingCalls
                calls={waitingCalls(desk.setAside, desk.callbacks)}
                isServing={model.encounter !== null}
                now={now}
                maskPhones={rules.maskPhones}
                times={waitingTimes.map((minutes) => dueFor(rules, now, minutes))}
                onDetails={(callback, details) => perform(() => saveDetails(callback, details, rules))}
                onTakeUp={(call) => perform(() => takeUpCall(call))}
                onDrop={(call) => perform(() => dropCall(call))}
              />
            }
            serving={
              model.encounter && (
                <Serving
                  key={model.encounter.id}
                  encounter={model.encounter}
                  signs={signs}
                  isCallingBack={Boolean(callingBack)}
                  onClientAtDesk={() =>
                    perform(() =>
                      turnToClientAtDesk(
                        rules,
                        page.kind === 'read' ? (page.context.caseInHand?.raw ?? null) : null,
                      ),
                    )
                  }
                  onNoAnswer={() => callingBack && perform(() => noteNoAnswer(callingBack, rules))}
                  onWait={(minutes) => perform(() => askToWait(minutes))}
                />
              )
            }
            passing={passing}
            offer={offer}
            isCaseInHand={caseKey !== null}
            isNameWanted={!desk.isFirstRunDone && desk.clerk.name === ''}
            systemName={(id) => names.get(id) ?? id}
            onPermit={permit}
            onReload={(tabId) => void browser.tabs.reload(tabId)}
            onOpenSystems={() => openOptions('systemy')}
            onFirstRun={() => openOptions('start')}
            onChannel={(channel) => perform(() => chooseChannel(channel))}
            onStart={ending.start}
            onEnd={ending.end}
            onMove={(moment) => perform(() => moveTo(moment))}
            onAnswer={(card, answer) =>
              perform(() =>
                answerReminder(card, answer, { caseKey, encounterId: model.encounter?.id ?? null }),
              )
            }
            onSwitchOn={({ id }) => perform(() => switchReminder(id, true))}
            onCopy={(text) =>
              perform(() =>
                navigator.clipboard.writeText(text).then(
                  () => {
                    ending.noteCopied(text);
                    return { text: t('panel:introduction.copied') };
                  },
                  () => ({ text: t('panel:failed.copy') }),
                ),
              )
            }
          >
            {model.encounter && <NoteButton onOpen={note} />}
          </NowTab>
        </TabPanel>
        {/* Stays when another tab is looked at: nothing typed is lost. */}
        <TabPanel id="callbacks" className="tab-panel" shouldForceMount>
          <CallbacksPanel
            callbacks={callbacks}
            clerk={desk.clerk}
            profile={profile}
            page={page}
            now={now}
            perform={perform}
            entryAsked={entryAsked}
            onReached={() => openTab('ending')}
          />
        </TabPanel>
        <TabPanel id="ending" className="tab-panel">
          <EndingTab {...ending.tab} />
          <NoteButton onOpen={note} />
        </TabPanel>
        {/* Stays, too: the word that was looked up is there when the clerk comes back. */}
        <TabPanel id="glossary" className="tab-panel" shouldForceMount>
          {underlining && (
            <UnderlineBar
              underlining={underlining}
              onUnderline={(isOn) => perform(() => underline(page, isOn))}
              onChoose={() => openOptions('systemy')}
            />
          )}
          <GlossaryTab
            opening={glossary}
            words={clerkWords}
            ways={{
              page: beside,
              onAsk: () => askPage(page),
              onPermit: () => page.kind === 'not-permitted' && permit(page.pattern),
              onOpenSystems: () => openOptions('systemy'),
            }}
            // Firefox never asks again for a module that it once failed to load, however often it is imported.
            onRetry={() => location.reload()}
            onCopy={(text) => perform(() => copyText(text))}
            onTakeLetter={() => takeLetter(page)}
          />
        </TabPanel>
      </main>
      <footer className="foot">
        <NoticeBar notice={notice} onUndo={undo} onDismiss={dismiss} />
      </footer>
    </Tabs>
  );
}

/** Working minutes from now at which a call back may be promised, besides the profile’s own. */
const waitingTimes = [15, 30, 60, 240, 480];

/** A section of the options, in a tab of its own. */
function openOptions(section: 'start' | 'systemy' | 'dane'): void {
  void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${section}` });
}
