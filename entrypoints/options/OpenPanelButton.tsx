import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { translate as t } from '@/lib/i18n';

/** The browsers' two ways; types know only one of them. */
const sidebar = (browser as unknown as { sidebarAction?: { open(): Promise<void> } }).sidebarAction;

/** Opens the panel beside this tab. Which window that is must be known before the click, or the browser refuses. */
export function OpenPanelButton() {
  const [windowId, setWindowId] = useState<number | null>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null));
  }, []);
  const open = () => {
    const opened = sidebar
      ? sidebar.open()
      : windowId === null
        ? Promise.reject(new Error('no window'))
        : browser.sidePanel.open({ windowId });
    opened.then(
      () => setRefused(false),
      () => setRefused(true),
    );
  };
  return (
    <>
      <button type="button" className="main" onClick={open}>
        {t('options:start.openPanel')}
      </button>
      <p role="status">{isRefused && t('options:start.openRefused')}</p>
    </>
  );
}
