import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Callback } from '@/lib/callbacks';
import {
  type ChangedPart,
  canTake,
  type HandOver,
  isProposed,
  type PlannedTaking,
  planTaking,
} from '@/lib/hand-over';
import { translate as t } from '@/lib/i18n';
import { momentText } from '../callbacks';
import { Choice } from './Choice';
import { whomText } from './whom-text';

export interface TakePreviewProps {
  given: HandOver;
  callbacks: readonly Callback[];
  now: Date;
  maskPhones: boolean;
  onTake(ids: string[]): void;
}

/** What a colleague's file would do, promise by promise, before anything is done. */
export function TakePreview({ given, callbacks, now, maskPhones, onTake }: TakePreviewProps) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const plan = useMemo(() => planTaking(given, callbacks), [given, callbacks]);
  const [answers, setAnswers] = useState<ReadonlyMap<string, boolean>>(new Map());
  // The field of the password has gone, and the focus with it.
  useEffect(() => title.current?.focus(), []);
  const isChosen = (planned: PlannedTaking) =>
    canTake(planned) && (answers.get(planned.handed.id) ?? isProposed(planned));
  const chosen = plan.filter(isChosen).map(({ handed }) => handed.id);
  return (
    <div className="hand-over-form">
      <h3 id={`${id}-title`} tabIndex={-1} ref={title}>
        {t('hand-over:take.from', { from: given.from || t('hand-over:take.unknownFrom') })}
      </h3>
      <p className="soft">{t('hand-over:take.madeAt', { time: momentText(given.madeAt, now) })}</p>
      <fieldset>
        <legend>{t('hand-over:take.which')}</legend>
        {plan.map((planned) => (
          <Choice
            key={planned.handed.id}
            isChosen={isChosen(planned)}
            isDisabled={!canTake(planned)}
            onChoose={(answer) => setAnswers(new Map(answers).set(planned.handed.id, answer))}
          >
            {whomText(planned.handed, maskPhones)}{' '}
            <span className="soft">{momentText(planned.handed.due, now)}</span>{' '}
            <strong className="hand-over-kind">{kindText(planned)}</strong>
          </Choice>
        ))}
      </fieldset>
      {plan.some(canTake) ? (
        <button type="button" className="main" disabled={chosen.length === 0} onClick={() => onTake(chosen)}>
          {t('hand-over:take.take', { count: chosen.length })}
        </button>
      ) : (
        <p>{t('hand-over:take.nothing')}</p>
      )}
    </div>
  );
}

function kindText(planned: PlannedTaking): string {
  switch (planned.kind) {
    case 'new':
      return t('hand-over:take.kind.new');
    case 'changed': {
      const parts = planned.parts.map(partText).join(', ');
      return planned.isNewer
        ? t('hand-over:take.kind.newer', { parts })
        : t('hand-over:take.kind.changed', { parts });
    }
    case 'returned':
      return planned.isNewer ? t('hand-over:take.kind.returned') : t('hand-over:take.kind.own');
    case 'same':
      return t('hand-over:take.kind.same');
    case 'done':
      return t('hand-over:take.kind.done');
  }
}

function partText(part: ChangedPart): string {
  return t(`hand-over:take.part.${part}`);
}
