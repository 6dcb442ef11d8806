import { browser } from 'wxt/browser';
import { promiseToInterrupted } from '@/lib/callbacks';
import {
  askForPlace,
  currentEncounter,
  readClerk,
  readProfile,
  readTabContext,
  startEncounter,
  turnToDesk,
} from '@/lib/store';
import { openPanelIn } from './open-panel';
import { refreshStrip } from './show-strips';
import { unattended } from './unattended';

/** Keys that begin a service; the panel opens with what to say. */
export function serveByKey(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const serve = { 'client-at-desk': turnToClient, 'start-service': startIfFree }[command];
    if (!serve) return;
    openPanelIn(tab?.windowId);
    unattended(askForPlace('now'));
    unattended(serve(tab?.id).then(() => (tab?.id === undefined ? undefined : refreshStrip(tab.id))));
  });
}

/** A call that runs waits, and its client is promised a call back; at the desk already, nothing changes. */
async function turnToClient(tabId: number | undefined): Promise<void> {
  if ((await currentEncounter())?.channel === 'desk') return;
  const now = new Date();
  const read = tabId === undefined ? null : await readTabContext(tabId);
  const { callbacks: rules } = await readProfile();
  const caseSign = read?.context.caseInHand?.raw ?? null;
  await turnToDesk(now, ({ id: encounterId }) =>
    promiseToInterrupted(rules, { id: crypto.randomUUID(), encounterId, caseSign, now }),
  );
}

async function startIfFree(): Promise<void> {
  if (await currentEncounter()) return;
  await startEncounter((await readClerk()).channel, new Date());
}
