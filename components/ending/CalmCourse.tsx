import { useEffect, useId, useRef, useState } from 'react';
import { abuseCourse, type CourseStep, neutralNote } from '@/lib/checklist';
import { translate as t } from '@/lib/i18n';
import type { Channel, Provision } from '@/lib/standard';

export interface CalmCourseProps {
  channel: Channel;
  now: Date;
  provisionOf(id: string): Provision | undefined;
  onCopyNote(text: string): void;
}

/** In characters: what happened, not an essay. */
const longestNote = 600;

/** What the standard allows when a client is abusive, step by step; folded until it is needed. */
export function CalmCourse({ channel, now, provisionOf, onCopyNote }: CalmCourseProps) {
  const [isOpen, setOpen] = useState(false);
  // In memory alone: gone with the panel, and with the copy taken nothing is left of it.
  const [words, setWords] = useState('');
  const id = useId();
  const whole = useRef<HTMLElement>(null);
  // It stands last, and is wanted at a glance.
  useEffect(() => {
    if (isOpen) whole.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen]);
  const note = neutralNote({ at: now, channel, words });
  return (
    <section ref={whole} className="group" aria-labelledby={`${id}-name`}>
      <h2>
        <button
          type="button"
          className="group-name is-quiet"
          id={`${id}-name`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {t('ending:calm.name')}
        </button>
      </h2>
      {isOpen && (
        <div id={id} className="calm">
          <ol lang="pl">
            {abuseCourse.map((step) => (
              <Step key={step.id} step={step} provisionOf={provisionOf} />
            ))}
          </ol>
          <label>
            {t('ending:calm.note')}
            <textarea
              rows={3}
              value={words}
              maxLength={longestNote}
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => setWords(target.value)}
            />
          </label>
          <p id={`${id}-hint`} className="soft">
            {t('ending:calm.noteHint')}
          </p>
          <button type="button" disabled={note === ''} onClick={() => onCopyNote(note)}>
            {t('ending:calm.copy')}
          </button>
        </div>
      )}
    </section>
  );
}

function Step({ step, provisionOf }: { step: CourseStep } & Pick<CalmCourseProps, 'provisionOf'>) {
  const citations = step.provisions.flatMap((id) => provisionOf(id)?.citation ?? []);
  return (
    <li className="calm-step">
      <h3>{step.title}</h3>
      {step.say !== undefined && <p className="say">„{step.say}”</p>}
      {step.do.length > 0 && (
        <ul>
          {step.do.map((thing) => (
            <li key={thing}>{thing}</li>
          ))}
        </ul>
      )}
      <p className="soft calm-source">{citations.join('; ')}</p>
    </li>
  );
}
