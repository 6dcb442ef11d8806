import '@/components/insight/insight.css';
import { useEffect, useState } from 'react';
import { FiguresSection, t } from '@/components/insight';
import type { Perform } from '@/components/notice';
import type { Figures } from '@/lib/callbacks';
import { translate } from '@/lib/i18n';
import { eraseFigures, putBackFigures, readFigures, watchStore } from '@/lib/store';

/** The clerk's own figures, as they stand in the store at this minute. */
export function Insight({ language, perform }: { language: 'pl' | 'en'; perform: Perform }) {
  const [figures, setFigures] = useState<Figures | null>(null);
  const [now] = useState(() => new Date());
  useEffect(() => {
    const stop = new AbortController();
    // A store that fails is told by the options as a whole.
    watchStore(readFigures, setFigures, () => null, stop.signal);
    return () => stop.abort();
  }, []);
  if (figures === null) return <p className="soft loading">{translate('options:loading')}</p>;
  return (
    <FiguresSection
      figures={figures}
      now={now}
      language={language}
      onErase={() =>
        perform(async () => {
          const before = await eraseFigures();
          return {
            text: t('insight:erased'),
            undo: async () => {
              await putBackFigures(before);
              return { text: t('insight:putBack') };
            },
          };
        })
      }
    />
  );
}
