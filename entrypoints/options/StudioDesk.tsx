import '@/components/studio/studio.css';
import { lazy, useCallback, useEffect, useRef, useState } from 'react';
import type { Perform } from '@/components/notice';
import { whyNotText } from '@/components/profile';
import { saveFile } from '@/components/save-file';
import { type KeptDraft, type OpenTab, Studio, t } from '@/components/studio';
import type { System } from '@/lib/page';
import { isHostPermitted } from '@/lib/permissions';
import { sealSigned, signProfile } from '@/lib/signing';
import {
  putBackProfile,
  readProfileDraft,
  readTabContexts,
  saveProfileDraft,
  takeProfile,
  watchTabContexts,
} from '@/lib/store';
import { Brought } from './Brought';
import { labelsIn, lookIn, pointIn, readIn } from './point-in-tab';
import { PermitSite } from './SiteList';
import { shownProfiles } from './shown-profiles';
import type { Sites } from './sites';
import { tellProfile } from './tell-settings';
import type { Settings } from './use-settings';
import { useSigning } from './use-signing';

const PageSkeleton = lazy(() => import('./PageSkeleton').then((part) => ({ default: part.PageSkeleton })));
const loadStarts = () => import('@/lib/starting-profiles').then(({ startingProfiles }) => startingProfiles);
const proposeForms = (headword: string) =>
  import('@/lib/glossary').then((glossary) => glossary.proposeForms(headword));
const now = () => new Date();

interface Opened {
  draft: KeptDraft | null;
  revision: number | null;
}

/** „Studio”, with the draft that is kept and the pages that are read. */
export function StudioDesk({
  settings,
  systems,
  sites,
  perform,
}: {
  settings: Settings;
  systems: System[];
  sites: Sites;
  perform: Perform;
}) {
  const [opened, setOpened] = useState<(Opened & { number: number }) | 'failed' | null>(null);
  const revision = useRef<number | null>(null);
  const tabs = useOpenTabs();
  const { open: signingKey, ...signing } = useSigning(perform);
  const open = useCallback(() => {
    readProfileDraft().then(
      (kept) => {
        revision.current = kept?.revision ?? null;
        setOpened((before) => ({
          draft: kept,
          revision: revision.current,
          number: before === null || before === 'failed' ? 0 : before.number + 1,
        }));
      },
      () => setOpened('failed'),
    );
  }, []);
  useEffect(open, [open]);

  /** Writes over the revision this window has seen, and over no other. */
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const write = (draft: KeptDraft | null): Promise<'saved' | 'elsewhere'> => {
    // One after another: each has to know the revision that the last has made.
    const written = writing.current.then(async () => {
      const answer = await saveProfileDraft(draft, revision.current);
      if (answer === 'elsewhere') return 'elsewhere';
      revision.current = answer;
      return 'saved';
    });
    writing.current = written.catch(() => null);
    return written;
  };

  if (opened === null) return <p className="soft">{t('options:loading')}</p>;
  if (opened === 'failed') return <p role="alert">{t('options:failed')}</p>;
  return (
    <Studio
      key={opened.number}
      kept={opened.draft}
      profiles={shownProfiles(settings.profiles, settings.policy, settings.profileAddress)}
      systems={systems}
      clerk={settings.clerk}
      language={settings.clerk.language}
      tabs={tabs}
      pointIn={pointIn}
      readIn={readIn}
      labelsIn={labelsIn}
      lookIn={lookIn}
      isPermitted={(host) => isHostPermitted(host, sites.grants)}
      permit={(first) => <PermitSite key={first} sites={sites} perform={perform} first={first} />}
      ageing={settings.ageing}
      signing={signing}
      skeletons={(slot) => (
        <Brought>
          <PageSkeleton {...slot} />
        </Brought>
      )}
      now={now}
      loadStarts={loadStarts}
      proposeForms={proposeForms}
      save={write}
      onReload={open}
      onPutAside={async (draft) => {
        let isGone = false;
        await perform(async () => {
          if ((await write(null)) === 'elsewhere') return { text: t('studio:bar.elsewhere') };
          isGone = true;
          return {
            text: t('studio:bar.isPutAside'),
            undo: async () => {
              if ((await write(draft)) === 'elsewhere') return { text: t('studio:bar.notBack') };
              open();
              return { text: t('studio:bar.isBack') };
            },
          };
        });
        return isGone;
      }}
      onExport={(source, fileName) =>
        void perform(async () => {
          const file = signingKey ? sealSigned(source, await signProfile(source, signingKey)) : source;
          saveFile(file, fileName);
          return { text: t('studio:bar.exported', { fileName }) };
        })
      }
      onTake={async (layer, { id, source, fileName }) => {
        let isTaken = false;
        await perform(async () => {
          const taking = await takeProfile(
            layer,
            source,
            { kind: 'file', name: fileName },
            now(),
            settings.clerk.language,
          );
          isTaken = taking.ok;
          if (!taking.ok) {
            return taking.reason === 'lower-seq'
              ? { text: t('studio:bar.lower', { standing: taking.standing }) }
              : { text: whyNotText(taking) };
          }
          tellProfile();
          const instead = settings.profiles.find((one) => one.taken.layer === layer)?.read?.profile;
          const isOther = instead !== undefined && instead.id !== id;
          return {
            text: isOther ? t('studio:bar.takenInstead', { name: instead.name }) : t('studio:bar.taken'),
            undo: async () => {
              const isBack = await putBackProfile(layer, taking.before, taking.taken);
              tellProfile();
              return { text: isBack ? t('profile:putBack') : t('profile:notPutBack') };
            },
          };
        });
        return isTaken;
      }}
    />
  );
}

/** What the readers of all tabs last said, followed as it changes. */
function useOpenTabs(): OpenTab[] {
  const [tabs, setTabs] = useState<OpenTab[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const look = () =>
      void readTabContexts().then(
        (contexts) => {
          if (stop.signal.aborted) return;
          setTabs(contexts.map(([tabId, { context }]) => ({ tabId, context })));
        },
        () => null, // The bench still has what is described by hand.
      );
    watchTabContexts(look, stop.signal);
    look();
    return () => stop.abort();
  }, []);
  return tabs;
}
