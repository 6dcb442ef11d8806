import { type ReactNode, useEffect, useState } from 'react';
import type { HandOverDesk } from '@/components/hand-over';
import type { Notice, Perform } from '@/components/notice';
import type { Callback } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { type Profile, sentenceFactsOf } from '@/lib/profile';
import type { Clerk } from '@/lib/store';
import { handOverPromises, printCallbacks, takePromises } from './hand-over-actions';
import { copyText } from './passing-actions';
import { useOffered } from './use-offered';

export interface HandOverWiring {
  callbacks: Callback[] | null;
  clerk: Clerk;
  profile: Profile;
  now: Date;
  perform: Perform;
  /** Runs a piece of work, and settles with whether it was stored. */
  stored(work: () => Promise<Notice>): Promise<boolean>;
}

type Desk = { Part: typeof HandOverDesk } | 'failed' | null;

/**
 * The part of „Oddzwonienia” for handing over, brought when it is first opened. It opens by itself while something that
 * was given away waits to be confirmed.
 */
export function useHandOver({ callbacks, clerk, profile, now, perform, stored }: HandOverWiring): {
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  part: ReactNode;
} {
  const [offered, setOffered] = useOffered();
  const [asked, ask] = useState<boolean | null>(null);
  const [desk, setDesk] = useState<Desk>(null);
  const isOpen = asked ?? offered.length > 0;
  const isAwaited = isOpen && desk === null;
  useEffect(() => {
    if (!isAwaited) return;
    import('@/components/hand-over')
      .then(({ HandOverDesk }) => setDesk({ Part: HandOverDesk }))
      // The extension may have been renewed under an open panel.
      .catch(() => setDesk('failed'));
  }, [isAwaited]);
  const facts = sentenceFactsOf(profile, clerk);
  const from = [facts['imię i nazwisko'], facts.referat].filter(Boolean).join(', ');

  const part = () => {
    if (desk === null || callbacks === null) return <p className="soft">{t('callbacks:exchange.loading')}</p>;
    if (desk === 'failed') {
      return (
        <div role="alert">
          <p>{t('callbacks:exchange.failed')}</p>
          {/* Firefox never asks again for a module that it once failed to load, however often it is imported. */}
          <button type="button" onClick={() => location.reload()}>
            {t('callbacks:exchange.retry')}
          </button>
        </div>
      );
    }
    return (
      <desk.Part
        callbacks={callbacks}
        now={now}
        directory={profile.directory}
        from={from}
        maskPhones={profile.callbacks.maskPhones}
        offered={offered}
        onOffered={setOffered}
        onTell={(text) => void perform(async () => ({ text }))}
        onCopy={(text, told) => void perform(() => copyText(text, told))}
        onPrint={printCallbacks}
        onHandedOver={(given) => stored(() => handOverPromises(given, profile.callbacks.hours))}
        onTake={(ids, change) => stored(() => takePromises(ids, change))}
      />
    );
  };
  return { isOpen, onOpen: ask, part: isOpen && part() };
}
