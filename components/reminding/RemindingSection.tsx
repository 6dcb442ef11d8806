import { translate as t } from '@/lib/i18n';
import type { ProfileLayer } from '@/lib/profile';
import { ValuesInForce } from '../profile';
import { SnoozeLengths } from './SnoozeLengths';
import { type Seen, Trial } from './Trial';

export interface RemindingSectionProps {
  /** Working minutes, the shortest first. */
  snoozes: readonly number[];
  onSnoozes(snoozes: number[]): void;
  /** From the ground up: what says when a promise is told. */
  layers: ProfileLayer[];
  language: 'pl' | 'en';
  /** `waiting`: the alarm has not come yet; `shown`: the notification was handed to the browser. */
  trial: 'none' | 'waiting' | 'shown';
  onTry(): void;
  onSeen(seen: Seen): void;
}

const values = [
  'callbacks.promptly',
  'callbacks.escalation.before',
  'callbacks.escalation.every',
  'callbacks.escalation.substituteAfter',
  'callbacks.hours',
] as const;

/** „Oddzwonienia” in the options: how far one puts off, when one is told, and whether one would see it. */
export function RemindingSection(props: RemindingSectionProps) {
  return (
    <>
      <section aria-labelledby="snooze-title">
        <h2 id="snooze-title">{t('options:reminding.snooze.title')}</h2>
        <p>{t('options:reminding.snooze.text')}</p>
        <SnoozeLengths snoozes={props.snoozes} onSnoozes={props.onSnoozes} />
      </section>
      <section aria-labelledby="when-title">
        <h2 id="when-title">{t('options:reminding.when.title')}</h2>
        <p>{t('options:reminding.when.text')}</p>
        <ValuesInForce layers={props.layers} language={props.language} values={values} />
      </section>
      <section aria-labelledby="trial-title">
        <h2 id="trial-title">{t('options:reminding.trial.title')}</h2>
        <p>{t('options:reminding.trial.text')}</p>
        <Trial trial={props.trial} onTry={props.onTry} onSeen={props.onSeen} />
      </section>
    </>
  );
}
