import { type ReactNode, useEffect, useRef } from 'react';
import { translate as t } from '@/lib/i18n';
import type { Channel, Moment } from '@/lib/standard';
import { IntroductionSentence } from '../introduction';
import { ChannelSwitch } from './ChannelSwitch';
import { EncounterBar } from './EncounterBar';
import { MomentGroup } from './MomentGroup';
import { MomentSteps } from './MomentSteps';
import type { NowModel, ReminderCard, RestingReminder } from './now-model';
import type { OpenPage } from './open-page';
import { PageLine, type PageLineProps } from './PageLine';
import type { CardAnswer } from './ReminderItem';
import { Resting } from './Resting';

export interface NowTabProps extends Omit<PageLineProps, 'page'> {
  model: NowModel;
  page: OpenPage;
  isCaseInHand: boolean;
  /** True until the clerk gives a name, or puts first run off. */
  isNameWanted: boolean;
  /** What waits for the clerk before all else. */
  waiting?: ReactNode;
  /** What may happen while a client is served. */
  serving?: ReactNode;
  onFirstRun(): void;
  onChannel(channel: Channel): Promise<void>;
  onStart(): void;
  onEnd(): void;
  onMove(moment: Moment): void;
  onAnswer(card: ReminderCard, answer: CardAnswer): void;
  onSwitchOn(reminder: RestingReminder): void;
  onCopy(text: string): void;
  /** What else the running service offers, under its bar. */
  children?: ReactNode;
  /** „Przekaż klienta”, where a client may be passed on. */
  passing?: ReactNode;
  /** What can wait, under everything else. */
  offer?: ReactNode;
}

/** „Teraz”: what the clerk is doing, how to begin, and what the standard asks for at this moment. */
export function NowTab(props: NowTabProps) {
  const { model, page } = props;
  const list = useRef<HTMLDivElement>(null);
  const first = model.groups[0]?.moment;
  const expectAnswer = useFocusAfterAnswer(list, model);
  return (
    <>
      {props.waiting}
      {/* Where the sentence lacks something, it says so itself. */}
      {props.isNameWanted && model.introduction.missing.length === 0 && (
        <div className="first-run-hint">
          <p>{t('panel:firstRun.text')}</p>
          <button type="button" className="main" onClick={props.onFirstRun}>
            {t('panel:firstRun.open')}
          </button>
        </div>
      )}
      <PageLine
        page={page}
        systemName={props.systemName}
        onPermit={props.onPermit}
        onReload={props.onReload}
        onOpenSystems={props.onOpenSystems}
      />
      <ChannelSwitch channel={model.channel} channels={model.channels} onChange={props.onChannel} />
      <IntroductionSentence
        introduction={model.introduction}
        onCopy={props.onCopy}
        onFill={props.onFirstRun}
      />
      <EncounterBar encounter={model.encounter} onStart={props.onStart} onEnd={props.onEnd} />
      {props.serving}
      {props.children}
      {model.moment !== null && (
        <MomentSteps moment={model.moment} isFromPage={model.isMomentFromPage} onMove={props.onMove} />
      )}
      {props.passing}
      <div ref={list} className="groups">
        {model.groups.length === 0 && <p className="soft">{t('panel:now.nothing')}</p>}
        {model.groups.map((group) => (
          <MomentGroup
            // Another present moment opens another group.
            key={`${group.moment}:${group.moment === first}`}
            group={group}
            isOpenAtFirst={group.moment === first}
            isCaseInHand={props.isCaseInHand}
            onAnswer={(card, answer) => {
              expectAnswer(card.id);
              props.onAnswer(card, answer);
            }}
          />
        ))}
        <Resting resting={model.resting} onSwitchOn={props.onSwitchOn} />
      </div>
      {props.offer}
    </>
  );
}

/**
 * An answered reminder goes, and the focus with it. It passes to the next one's title, not to a button, so that a
 * second Enter confirms nothing unread; back to its own title where the answer is taken back.
 */
function useFocusAfterAnswer(list: React.RefObject<HTMLDivElement | null>, model: NowModel) {
  const answered = useRef<{ id: string; neighbours: string[] } | null>(null);
  const undone = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is what takes the card away
  useEffect(() => {
    const awaited = answered.current;
    const titleOf = (id: string) =>
      list.current?.querySelector<HTMLElement>(`[data-reminder="${CSS.escape(id)}"] h3[tabindex]`);
    const returned = undone.current && titleOf(undone.current);
    // Taken back by „Cofnij”, which has left the focus on its sentence.
    if (returned && !awaited) {
      undone.current = null;
      if (document.activeElement?.matches('body, [role=status]')) returned.focus();
    }
    if (!awaited || titleOf(awaited.id)) return;
    answered.current = null;
    undone.current = awaited.id;
    // The clerk has gone elsewhere meanwhile: leave her there.
    if (document.activeElement && document.activeElement !== document.body) return;
    const next = awaited.neighbours.map(titleOf).find(Boolean);
    (next ?? list.current?.querySelector<HTMLElement>('h2 button'))?.focus();
  }, [model]);
  return (id: string) => {
    const ids = Array.from(
      list.current?.querySelectorAll<HTMLElement>('[data-reminder]') ?? [],
      (card) => card.dataset.reminder ?? '',
    );
    const place = ids.indexOf(id);
    answered.current = { id, neighbours: [...ids.slice(place + 1), ...ids.slice(0, place).reverse()] };
  };
}
