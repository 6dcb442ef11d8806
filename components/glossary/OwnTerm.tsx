import { type ComponentType, useEffect, useState } from 'react';
import { translate as t } from '@/lib/i18n';
import type { OwnTermFormProps } from './OwnTermForm';

type Form =
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'here'; Form: ComponentType<OwnTermFormProps> };

/** The form of a term of one’s own, brought when it is first asked for. */
export function OwnTerm({ onRetry, ...props }: OwnTermFormProps & { onRetry(): void }) {
  const [form, setForm] = useState<Form>({ kind: 'loading' });
  useEffect(() => {
    let isOver = false;
    import('./OwnTermForm').then(
      ({ default: Form }) => {
        if (!isOver) setForm({ kind: 'here', Form });
      },
      // The extension may have been renewed under an open panel.
      () => {
        if (!isOver) setForm({ kind: 'failed' });
      },
    );
    return () => {
      isOver = true;
    };
  }, []);
  switch (form.kind) {
    case 'loading':
      return <p className="soft">{t('glossary:mine.loading')}</p>;
    case 'failed':
      return (
        <div className="glossary" role="alert">
          <p>{t('glossary:mine.failed')}</p>
          <button type="button" className="glossary-narrow" onClick={onRetry}>
            {t('glossary:retry')}
          </button>
        </div>
      );
    case 'here':
      return <form.Form {...props} />;
  }
}
