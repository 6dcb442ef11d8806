import { useRef, useState } from 'react';
import { CallbacksTab, type Draft, phoneText } from '@/components/callbacks';
import { introductionOf } from '@/components/introduction';
import type { Notice, Perform } from '@/components/notice';
import type { OpenPage } from '@/components/now';
import type { Callback } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { type Profile, sentenceFactsOf } from '@/lib/profile';
import type { Clerk } from '@/lib/store';
import { beginCall, endCall } from './call-actions';
import { addPromise, editPromise, reopenPromise, settlePromise, snoozePromise } from './callback-actions';
import { openCase } from './open-case';
import { useCallbackView } from './use-callback-view';
import { useHandOver } from './use-hand-over';
import { useKeptEntry } from './use-kept-entry';

export interface CallbacksPanelProps {
  callbacks: Callback[] | null;
  clerk: Clerk;
  profile: Profile;
  page: OpenPage;
  now: Date;
  perform: Perform;
  entryAsked: number;
  /** A call is over in which the client was reached: what must not be left open comes next. */
  onReached(): void;
}

/** „Oddzwonienia” with what it does. */
export function CallbacksPanel({
  callbacks,
  clerk,
  profile,
  page,
  now,
  perform,
  entryAsked,
  onReached,
}: CallbacksPanelProps) {
  const [callingId, setCalling] = useState<string | null>(null);
  // The service that began with the call; null where another client is served meanwhile.
  const service = useRef<Promise<string | null>>(Promise.resolve(null));
  const [entry, setEntry] = useKeptEntry();
  const [view, setView] = useCallbackView();
  const { hours, promptly, retention, escalation, maskPhones } = profile.callbacks;
  const clerkFacts = sentenceFactsOf(profile, clerk);

  /** @returns whether it was stored */
  const stored = async (work: () => Promise<Notice>) => {
    let isStored = false;
    await perform(async () => {
      const notice = await work();
      isStored = true;
      return notice;
    });
    return isStored;
  };
  const copied = (text: string, told: () => string): Promise<Notice> =>
    navigator.clipboard.writeText(text).then(
      () => ({ text: told() }),
      () => ({ text: t('callbacks:told.copyFailed') }),
    );
  const copy = (text: string, told: () => string) => void perform(() => copied(text, told));

  const handOver = useHandOver({ callbacks, clerk, profile, now, perform, stored });

  return (
    <CallbacksTab
      callbacks={callbacks}
      now={now}
      hours={hours}
      promptly={promptly}
      retention={retention}
      escalation={escalation}
      snoozes={clerk.snoozes}
      directory={profile.directory}
      clerk={clerkFacts}
      maskPhones={maskPhones}
      pageSign={page.kind === 'read' ? (page.context.caseInHand?.raw ?? null) : null}
      introduction={introductionOf('phone-out', profile, clerkFacts)}
      calling={callbacks?.find(({ id }) => id === callingId) ?? null}
      onCallOver={() => setCalling(null)}
      view={view}
      onView={setView}
      entry={entry}
      onEntry={setEntry}
      entryAsked={entryAsked}
      handOver={handOver}
      onAdd={(draft: Draft) => stored(() => addPromise(draft))}
      onCall={({ id }) => {
        setCalling(id);
        service.current = beginCall(perform);
      }}
      onOutcome={({ id }, outcome) => {
        setCalling(null);
        void perform(async () => {
          const notice = await settlePromise(id, outcome, hours);
          if (id === callingId && (await endCall(await service.current, outcome)) === 'reached') onReached();
          return notice;
        });
      }}
      onSnooze={({ id }, due) => void perform(() => snoozePromise(id, due))}
      onReopen={({ id }) => void perform(() => reopenPromise(id))}
      onEdit={({ id }, changes) => stored(() => editPromise(id, changes))}
      onCopyNumber={(callback) => copy(phoneText(callback), () => t('callbacks:told.numberCopied'))}
      onCopyMessage={(text) => copy(text, () => t('callbacks:told.messageCopied'))}
      onOpenCase={({ caseSign = '' }) =>
        void perform(async () =>
          (await openCase(caseSign))
            ? { text: t('callbacks:told.caseShown') }
            : copied(caseSign, () => t('callbacks:told.signCopied')),
        )
      }
    />
  );
}
