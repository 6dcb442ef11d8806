import { translate as t } from '@/lib/i18n';
import { type PassingDraft, type Step, steps } from './passing-draft';
import { briefSentence, checkSentence, type Known, tellSentence } from './sentences';

export interface PassingStepsProps extends Known {
  draft: PassingDraft;
  onDraft(change: Partial<PassingDraft>): void;
  onCopy(text: string): void;
}

const sentences: Record<Step, (known: Known) => string> = {
  tell: tellSentence,
  check: checkSentence,
  brief: briefSentence,
};

/** The three steps of passing on, in order; one press ticks each. */
export function PassingSteps({ draft, onDraft, onCopy, ...known }: PassingStepsProps) {
  const { done } = draft;
  return (
    <>
      <ol className="passing-steps" aria-label={t('passing:steps')}>
        {steps.map((step) => {
          const sentence = sentences[step](known);
          return (
            <li key={step}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={done.includes(step)}
                  onChange={({ target: { checked } }) =>
                    onDraft({ done: checked ? [...done, step] : done.filter((one) => one !== step) })
                  }
                />
                <span>
                  <span className="passing-step">{stepText(step)}</span>
                  <span lang="pl">{t('panel:introduction.quoted', { text: sentence })}</span>
                </span>
              </label>
              {step === 'brief' && (
                <button type="button" className="quiet" onClick={() => onCopy(sentence)}>
                  {t('passing:copySentence')}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {done.length === steps.length && <p className="soft">{t('passing:passed')}</p>}
    </>
  );
}

function stepText(step: Step): string {
  switch (step) {
    case 'tell':
      return t('passing:step.tell');
    case 'check':
      return t('passing:step.check');
    case 'brief':
      return t('passing:step.brief');
  }
}
