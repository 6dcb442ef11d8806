import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { browser } from 'wxt/browser';
import { Failure, retryBy, StoreBanner } from '@/components/failure';
import { NoteBar, NoteForm, NoteOver, NoteSheet } from '@/components/note';
import { NoticeBar, useNotice } from '@/components/notice';
import {
  clerkAsContact,
  draftNote,
  hasContact,
  mailDraft,
  type NoteAddress,
  noteAsText,
  whoToRing,
} from '@/lib/client-note';
import { translate as t } from '@/lib/i18n';
import { baseProfile } from '@/lib/profile';
import {
  addServiceFact,
  forgetNotesOfEnded,
  heedStoreLoss,
  reopenStore,
  storeState,
  watchStoreState,
} from '@/lib/store';
import { type KeptNote, useKeptNote } from './use-kept-note';
import { type NoteDesk, useNoteDesk } from './use-note-desk';
import { useReplaceable } from './use-replaceable';

/** Brought beside the page, and done without where it cannot be: the extension may have been renewed under it. */
const NoteHints = lazy(() =>
  import('@/components/plain-language')
    .then((plain) => ({ default: plain.NoteHints }))
    .catch(() => ({ default: () => null })),
);

/** The client's note: filled in, printed, copied or mailed, and kept on no disk. */
export function NotePage({ address }: { address: NoteAddress }) {
  const state = useNoteDesk(address.encounterId);
  const store = useSyncExternalStore(watchStoreState, storeState);
  switch (state.kind) {
    case 'loading':
      return <main className="loading soft">{t('note:loading')}</main>;
    case 'failed':
      return <Failure state={store} onRetry={retry} />;
    case 'ready': {
      const { clerk, isOver } = state.value;
      const banner = (
        <StoreBanner state={store} onRetry={retry} onHeed={() => void heedStoreLoss()} copyIn="tab" />
      );
      // Another language is another screen: every text is asked for anew.
      if (isOver) return <Over key={clerk.language} banner={banner} />;
      return <OpenNote key={clerk.language} address={address} desk={state.value} banner={banner} />;
    }
  }
}

const retry = retryBy(storeState, reopenStore);

function Over({ banner }: { banner: ReactNode }) {
  useEffect(() => {
    // The background does so, too; where neither can, the browser has let go of it already.
    forgetNotesOfEnded().catch(() => null);
  }, []);
  return (
    <>
      {banner}
      <NoteOver onClose={closePage} />
    </>
  );
}

interface OpenNoteProps {
  address: NoteAddress;
  desk: NoteDesk;
  banner: ReactNode;
}

function OpenNote({ address, desk, banner }: OpenNoteProps) {
  const kept = useKeptNote(address);
  if (kept === null) return <main className="loading soft">{t('note:loading')}</main>;
  return <WrittenNote desk={desk} kept={kept} banner={banner} />;
}

function WrittenNote({ desk, kept, banner }: { desk: NoteDesk; kept: KeptNote; banner: ReactNode }) {
  const { clerk, encounter, promised } = desk;
  const { contacts, edits, look, context } = kept;
  const [now] = useState(() => new Date());
  const profile = useMemo(() => baseProfile(), []);
  const [isOnePage, setOnePage] = useState(true);
  const { notice, perform, undo, dismiss } = useNotice(() => t('note:failed.keep'));
  const replaceableIn = useReplaceable();
  const draft = draftNote({ clerk, profile, encounter, context, contacts, promised, now });
  const note = { ...draft, ...edits };
  const people = [clerkAsContact(profile, clerk), ...contacts].filter(
    ({ person, position = '', phone = '' }) =>
      hasContact({ phone }) || whoToRing({ person, position }) !== '',
  );
  const mail = mailDraft(note);
  const encounterId = encounter?.id ?? null;
  useEffect(() => {
    document.title = t('note:title');
    // However it was asked to print: by the button or by Ctrl+P.
    const onPrinted = () => void perform(() => noteMade(encounterId).then(() => null));
    window.addEventListener('afterprint', onPrinted);
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [encounterId, perform]);
  return (
    <div className="note">
      {banner}
      <main className="note-desk">
        <h1 className="note-title">{t('note:title')}</h1>
        <NoteForm
          note={note}
          people={people}
          caseSigns={context?.caseSigns.map(({ raw }) => raw) ?? []}
          isOfService={encounter !== null}
          onEdit={kept.edit}
        >
          <Suspense fallback={null}>
            <NoteHints note={note} replaceableIn={replaceableIn} />
          </Suspense>
        </NoteForm>
        <section className="note-preview" aria-labelledby="note-preview-title">
          <h2 id="note-preview-title">{t('note:preview')}</h2>
          <div className="note-table">
            <NoteSheet note={note} look={look} isOnePage={isOnePage} onFit={setOnePage} />
          </div>
        </section>
      </main>
      <footer className="note-foot">
        {!kept.isKept && (
          <p className="note-unkept" role="alert">
            {t('note:failed.keep')}
          </p>
        )}
        <NoteBar
          look={look}
          isOnePage={isOnePage}
          mailHref={mail.href}
          onLook={kept.choose}
          onPrint={() => window.print()}
          onCopy={() =>
            perform(async () => {
              try {
                await navigator.clipboard.writeText(noteAsText(note));
              } catch {
                return { text: t('note:failed.copy') };
              }
              await noteMade(encounterId);
              return { text: t('note:copied') };
            })
          }
          onMail={() => void perform(async () => (mail.isCut ? { text: t('note:mailCut') } : null))}
          onClear={
            encounter === null
              ? () => {
                  kept.replace({ caseSign: '' });
                  const undoClearing = async () => {
                    kept.replace(edits);
                    return { text: t('note:restored') };
                  };
                  void perform(async () => ({ text: t('note:cleared'), undo: undoClearing }));
                }
              : undefined
          }
          onClose={closePage}
        />
        <NoticeBar notice={notice} onUndo={undo} onDismiss={dismiss} />
      </footer>
    </div>
  );
}

/** What a checklist may tick off by itself; without a service there is none. */
async function noteMade(encounterId: string | null): Promise<void> {
  if (encounterId !== null) await addServiceFact(encounterId, 'note-made');
}

/** A page may close itself only where a script opened it; the browser closes any tab for an extension. */
async function closePage(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
