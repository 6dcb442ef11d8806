import { translate as t } from '@/lib/i18n';
import type { StoreState } from '@/lib/store';
import { RetryButton } from './RetryButton';

export interface StoreBannerProps {
  state: StoreState;
  onRetry(): Promise<void>;
  /** The clerk has read that the data were lost. */
  onHeed(): void;
  /** Where the copy can be made: on this page, or on one to be opened beside it. */
  copyIn: 'here' | 'tab';
}

/** What is wrong with keeping while the screen can still be worked with; nothing where nothing is. */
export function StoreBanner({ state, onRetry, onHeed, copyIn }: StoreBannerProps) {
  if (state.kind === 'open' || state.kind === 'opening') return null;
  return (
    <section className="store-banner" aria-label={t('common:store.name')}>
      <div role="alert">
        <p>
          <strong>{t(`common:store.${state.kind}.title`)}</strong>
        </p>
        <p>
          {state.kind === 'failed'
            ? t(`common:failure.why.${state.reason}`)
            : t(`common:store.${state.kind}.text`)}
        </p>
      </div>
      <p className="store-banner-ways">
        {(state.kind === 'full' || state.kind === 'failed') && <RetryButton onRetry={onRetry} />}
        {state.kind === 'emptied' && (
          <button type="button" onClick={onHeed}>
            {t('common:store.heed')}
          </button>
        )}
        {state.kind !== 'failed' && (
          <a href="/options.html#dane" target={copyIn === 'tab' ? '_blank' : undefined} rel="noreferrer">
            {t(state.kind === 'emptied' ? 'common:store.restore' : 'common:store.save')}
          </a>
        )}
      </p>
    </section>
  );
}
