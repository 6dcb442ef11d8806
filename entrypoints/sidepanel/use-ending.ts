import { useEffect, useMemo, useRef } from 'react';
import { type EndingTabProps, useAskedEnding, type WayOfEnding } from '@/components/ending';
import type { Perform } from '@/components/notice';
import type { NowModel, OpenPage } from '@/components/now';
import { isTyping } from '@/components/typing';
import { endingFacts, endingItems, type ItemFact, isOpen, tellsNumber } from '@/lib/checklist';
import type { Unfinished } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';
import { type Profile, sentenceFactsOf } from '@/lib/profile';
import { provisionById } from '@/lib/standard';
import { beginService, endService } from './actions';
import { answerItem, promiseItem, turnToNext } from './ending-actions';
import { useNotedFacts } from './noted-facts';
import type { Desk } from './use-desk';
import { usePromises } from './use-promises';

export interface EndingParts {
  desk: Desk;
  profile: Profile;
  page: OpenPage;
  model: NowModel;
  now: Date;
  perform: Perform;
  /** When a promise made now falls due. */
  due(now: Date): Date;
  /** Opens „Zakończenie”. */
  onOpen(): void;
  /** The next client's service has begun, or one that was interrupted waits. */
  onNext(): void;
}

export interface Ending {
  tab: EndingTabProps;
  /** Both ask first where items are open. */
  start(): void;
  end(): void;
  /** Tells the list what the clerk has put on the clipboard. */
  noteCopied(text: string): void;
  /** Tells the list what was seen on the screen and stands in no store. */
  note(fact: ItemFact): void;
}

/** „Zakończenie”, and the end of a service by whatever button. */
export function useEnding(parts: EndingParts): Ending {
  const { desk, profile, page, model, now, perform } = parts;
  const { encounter, channel } = model;
  const context = page.kind === 'read' ? page.context : null;
  const [noted, noteFact] = useNotedFacts(encounter?.id ?? null);
  const callbacks = usePromises(encounter);
  const { history } = desk;
  const facts = useMemo(
    () => endingFacts({ encounter, profile, history, callbacks, noted }),
    [encounter, profile, history, callbacks, noted],
  );
  const items = useMemo(
    () => endingItems({ profile, encounter, channel, context, facts, now }),
    [profile, encounter, channel, context, facts, now],
  );

  const carryOut = async (way: WayOfEnding, unfinished: Unfinished | undefined) => {
    if (way === 'end') {
      const told = await endService(unfinished);
      // Whose call was interrupted is next.
      if (desk.setAside.length > 0) parts.onNext();
      return told;
    }
    const told = await turnToNext(channel, unfinished);
    parts.onNext();
    return told;
  };
  const asked = useAskedEnding({
    encounterId: encounter?.id ?? null,
    open: items.filter(isOpen).map(({ key }) => key),
    onAsk: parts.onOpen,
    onEnd: (way, unfinished) => perform(() => carryOut(way, unfinished)),
  });
  useOpenedByPage(encounter !== null && context?.view === 'closing', parts.onOpen);

  const note = (fact: ItemFact) => {
    noteFact(fact).catch(() => null); // Not known, it costs the clerk one tick.
  };
  const start = () => (encounter ? asked.end('next') : void perform(() => beginService(channel)));
  const end = () => asked.end('end');
  return {
    start,
    end,
    note,
    noteCopied: (text) => {
      if (tellsNumber(text, sentenceFactsOf(profile, desk.clerk).telefon ?? '')) note('number-given');
    },
    tab: {
      encounter,
      items,
      isAsking: asked.isAsking,
      channel,
      now,
      provisionOf: provisionById,
      onAnswer: (item, answer) => perform(() => answerItem(item, answer)),
      onPromise: (item) => {
        if (!encounter) return;
        const place = {
          encounterId: encounter.id,
          due: parts.due(new Date()),
          caseSign: context?.caseInHand?.raw ?? null,
          others: callbacks,
          language: desk.clerk.language,
        };
        void perform(() => promiseItem(item, place));
      },
      onStart: start,
      onEnd: end,
      onNext: () => asked.end('next'),
      onEndAnyway: asked.endAnyway,
      onBack: asked.back,
      onCopyNote: (text) =>
        void perform(() =>
          navigator.clipboard.writeText(text).then(
            () => ({ text: t('ending:calm.copied') }),
            () => ({ text: t('panel:failed.copy') }),
          ),
        ),
    },
  };
}

/** A page on which a case is closed opens the list, once each time; never under a clerk who is typing. */
function useOpenedByPage(isClosing: boolean, onOpen: () => void): void {
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    if (isClosing && !isTyping(document.activeElement)) open.current();
  }, [isClosing]);
}
