import { type ReactNode, useMemo, useState } from 'react';
import type { Perform } from '@/components/notice';
import type { NowModel, OpenPage } from '@/components/now';
import { emptyDraft, type PassingDraft, PassingSection } from '@/components/passing';
import { type Callback, dueFor } from '@/lib/callbacks';
import { subjectFinder } from '@/lib/directory';
import { translate as t } from '@/lib/i18n';
import { type Profile, sentenceFactsOf } from '@/lib/profile';
import type { Clerk } from '@/lib/store';
import { copyNumber, copyText, giveNumber, printMessage, promiseByPassing } from './passing-actions';

export interface PassingWiring {
  profile: Profile;
  clerk: Clerk;
  model: NowModel;
  page: OpenPage;
  perform: Perform;
}

/**
 * „Przekaż klienta”, or null where there is nobody to pass on. What is typed for a client is kept with that client's
 * service, in memory: another tab of the panel or a client at the desk in between loses nothing.
 */
export function usePassing({ profile, clerk, model, page, perform }: PassingWiring): ReactNode {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, PassingDraft>>(new Map());
  const findSubjects = useMemo(
    () => subjectFinder(profile.directory.flatMap(({ subjects }) => subjects)),
    [profile],
  );
  const context = page.kind === 'read' ? page.context : null;
  const encounterId = model.encounter?.id ?? null;
  if (encounterId === null && context?.view !== 'forwarding') return null;

  const key = encounterId ?? '';
  const onDraft = (change: Partial<PassingDraft>) =>
    setDrafts((all) => new Map(all).set(key, { ...(all.get(key) ?? emptyDraft), ...change }));
  return (
    <PassingSection
      directory={profile.directory}
      findSubjects={findSubjects}
      caseSign={context?.caseInHand ?? null}
      channel={model.channel}
      clerkName={clerk.name}
      clerk={sentenceFactsOf(profile, clerk)}
      moment={model.moment}
      officePhone={profile.office?.phone ?? null}
      draft={drafts.get(key) ?? emptyDraft}
      onDraft={onDraft}
      onCopy={(text) => perform(() => copyText(text))}
      onCopyNumber={(phone) => perform(() => copyNumber(phone, encounterId))}
      onNumberGiven={(target, when, sentence) =>
        perform(() => giveNumber(target, when, sentence, encounterId))
      }
      onPromise={async (promised, onUndone) => {
        let stored: Callback | null = null;
        await perform(async () => {
          const now = new Date();
          const { callback, notice } = await promiseByPassing(
            promised,
            { encounterId, now, due: dueFor(profile.callbacks, now) },
            onUndone,
          );
          stored = callback;
          return notice;
        });
        return stored;
      }}
      onTell={(text, undo) =>
        perform(async () => ({
          text,
          undo: async () => {
            undo();
            return { text: t('panel:answered.undone') };
          },
        }))
      }
      onPrint={printMessage}
    />
  );
}
