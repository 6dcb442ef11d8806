import { useState } from 'react';
import type { StartingProfile } from '@/lib/starting-profiles';
import { Editor, type EditorProps } from './Editor';
import { Start } from './Start';
import type { KeptDraft } from './use-draft';
import { t } from './words';

export interface StudioProps extends Omit<EditorProps, 'first' | 'onPutAside'> {
  /** The draft as it was kept; null where nobody works on one. */
  kept: KeptDraft | null;
  loadStarts(): Promise<readonly StartingProfile[]>;
  /** Takes the draft away. @returns whether it did; what it held can be begun again */
  onPutAside(draft: KeptDraft): Promise<boolean>;
}

/** „Studio”: a team lead makes a profile, sees it work, and hands it out. */
export function Studio({ kept, loadStarts, onPutAside, ...editor }: StudioProps) {
  // A number for each beginning: another draft is another editor.
  const [work, setWork] = useState<{ draft: KeptDraft; number: number } | null>(
    kept && { draft: kept, number: 0 },
  );
  return (
    <section className="studio" aria-labelledby="studio-title">
      <h2 id="studio-title">{t('studio:title')}</h2>
      {work === null ? (
        <>
          <p>{t('studio:text')}</p>
          <Start
            kept={editor.profiles}
            language={editor.language}
            loadStarts={loadStarts}
            onBegin={(draft) => {
              // Kept from the first moment: what was begun is there again after closing.
              void editor.save(draft).catch(() => null);
              setWork({ draft, number: Date.now() });
            }}
          />
        </>
      ) : (
        <Editor
          key={work.number}
          {...editor}
          first={work.draft}
          onPutAside={async (draft) => {
            if (await onPutAside(draft)) setWork(null);
          }}
        />
      )}
    </section>
  );
}
