import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FirefoxOptions } from '../browser/seat/firefox';

/** What Firefox asks for newer versions by itself, as it does Mozilla's. */
export interface FirefoxStore {
  /** With these Firefox looks there soon after its start, and takes what is not signed. */
  preferences: FirefoxOptions['preferences'];
  /** Firefox's question waits for this, so that no update comes before the story has got that far. */
  offer(version: string, xpi: string): void;
  close(): void;
}

/** @param id the extension's */
export async function openFirefoxStore(id: string): Promise<FirefoxStore> {
  let bring: (offered: { version: string; xpi: Buffer }) => void = () => {};
  const brought = new Promise<{ version: string; xpi: Buffer }>((resolve) => {
    bring = resolve;
  });
  const server = createServer(async (request, response) => {
    const { version, xpi } = await brought;
    if (request.url === '/obok.xpi') {
      response.setHeader('Content-Type', 'application/x-xpinstall');
      response.end(xpi);
      return;
    }
    const update = {
      version,
      update_link: `${origin}/obok.xpi`,
      update_hash: `sha256:${createHash('sha256').update(xpi).digest('hex')}`,
    };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ addons: { [id]: { updates: [update] } } }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    preferences: {
      'xpinstall.signatures.required': false,
      'extensions.checkUpdateSecurity': false,
      'extensions.update.enabled': true,
      'extensions.update.autoUpdateDefault': true,
      'extensions.update.background.url': `${origin}/updates.json`,
      // Some ten seconds after its start, the soonest it lets itself be told.
      'extensions.update.interval': 1,
      'app.update.timerFirstInterval': 1_000,
    },
    offer: (version, xpi) => bring({ version, xpi: readFileSync(xpi) }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
