import { Component, type ReactNode, Suspense } from 'react';
import { translate as t } from '@/lib/i18n';

/** A part of the options that is brought when it is first opened, and what is said where it cannot be. */
export function Brought({ children }: { children: ReactNode }) {
  return (
    <Bringing>
      <Suspense fallback={<p className="soft loading">{t('options:loading')}</p>}>{children}</Suspense>
    </Bringing>
  );
}

/** The extension may have been renewed under open options: their old parts are gone then. */
class Bringing extends Component<{ children: ReactNode }, { isFailed: boolean }> {
  override state = { isFailed: false };

  static getDerivedStateFromError() {
    return { isFailed: true };
  }

  override render() {
    if (!this.state.isFailed) return this.props.children;
    return (
      <div role="alert">
        <p>{t('options:brought.failed')}</p>
        {/* Firefox never asks again for a module that it once failed to load, however often it is imported. */}
        <button type="button" className="main" onClick={() => location.reload()}>
          {t('options:brought.again')}
        </button>
      </div>
    );
  }
}
