import { useState } from 'react';
import type { StartingProfile } from '@/lib/starting-profiles';
import { Editor, type EditorProps } from './Editor';
import { Start } from './Start';
import type { KeptDraft } from './use-draft';
import { t } from './words';

export interface StudioProps extends Omit<EditorProps, 'first' | 'isKept' | 'onPutAside'> {
  /** The draft as it was kept; null where nobody works on one. */
  kept: KeptDraft | null;
  loadStarts(): Promise<readonly StartingProfile[]>;
  /** Takes the draft away. @returns whether it did; what it held can be begun again */
  onPutAside(draft: KeptDraft): Promise<boolean>;
}

/** „Studio”: a team lead makes a profile, sees it work, and hands it out. */
export function Studio({ kept, loadStarts, onPutAside, ...editor }: StudioProps) {
  // A number for each beginning: another draft is another editor.
  const [work, setWork] = useState<{ draft: KeptDraft | null; isKept: boolean; number: number }>({
    draft: kept,
    isKept: true,
    number: 0,
  });
  return (
    <section className="studio" aria-labelledby="studio-title">
      <h2 id="studio-title">{t('studio:title')}</h2>
      {work.draft === null ? (
        <>
          <p>{t('studio:text')}</p>
          <Start
            kept={editor.profiles}
            language={editor.language}
            loadStarts={loadStarts}
            onBegin={(draft) => setWork(({ number }) => ({ draft, isKept: false, number: number + 1 }))}
          />
        </>
      ) : (
        <Editor
          key={work.number}
          {...editor}
          first={work.draft}
          isKept={work.isKept}
          onPutAside={async (draft) => {
            if (await onPutAside(draft)) setWork(({ number }) => ({ draft: null, isKept: true, number }));
          }}
        />
      )}
    </section>
  );
}
