import { useState } from 'react';
import { CallbacksTab, type Draft, phoneText } from '@/components/callbacks';
import { introductionOf } from '@/components/introduction';
import type { Notice, Perform } from '@/components/notice';
import type { OpenPage } from '@/components/now';
import type { Callback } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { type Profile, sentenceFactsOf } from '@/lib/profile';
import type { Clerk } from '@/lib/store';
import { addPromise, editPromise, reopenPromise, settlePromise, snoozePromise } from './callback-actions';
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
}: CallbacksPanelProps) {
  const [callingId, setCalling] = useState<string | null>(null);
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
  const copy = (text: string, told: () => string) =>
    void perform(() =>
      navigator.clipboard.writeText(text).then(
        () => ({ text: told() }),
        () => ({ text: t('callbacks:told.copyFailed') }),
      ),
    );

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
      onCall={({ id }) => setCalling(id)}
      onOutcome={({ id }, outcome) => {
        setCalling(null);
        void perform(() => settlePromise(id, outcome, hours));
      }}
      onSnooze={({ id }, due) => void perform(() => snoozePromise(id, due))}
      onReopen={({ id }) => void perform(() => reopenPromise(id))}
      onEdit={({ id }, changes) => stored(() => editPromise(id, changes))}
      onCopyNumber={(callback) => copy(phoneText(callback), () => t('callbacks:told.numberCopied'))}
      onCopyMessage={(text) => copy(text, () => t('callbacks:told.messageCopied'))}
      onCopySign={({ caseSign = '' }) => copy(caseSign, () => t('callbacks:told.signCopied'))}
    />
  );
}
