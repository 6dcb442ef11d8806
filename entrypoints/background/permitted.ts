import { browser } from 'wxt/browser';

/** Match patterns of the web pages that the browser lets Obok read. */
export async function permittedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => origin === '<all_urls>' || /^(https?|\*):/.test(origin));
}
