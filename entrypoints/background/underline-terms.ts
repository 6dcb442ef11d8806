import { browser } from 'wxt/browser';
import { highlightRule } from '@/lib/glossary/page';
import { onMessage, sendToPage, type TermsBrief } from '@/lib/messaging';
import { baseProfile, ownGlossary } from '@/lib/profile';
import {
  changeTabUnderlining,
  forgetTabUnderlining,
  readClerk,
  readClerkGlossary,
  readProfile,
  readSwitches,
  readTabContext,
  readTabContexts,
  readTabUnderlining,
  readUnderlining,
} from '@/lib/store';
import { isUnderlined } from '@/lib/underlining';
import { unattended } from './unattended';

const script = '/content-scripts/terms.js';

/** Brings the script that underlines terms into the pages where the clerk wants it, and takes its work away elsewhere. */
export function underlineTerms(): void {
  onMessage('terms→background: ready', async (_, { tabId }) =>
    tabId !== undefined && (await isWanted(tabId)) ? readTermsBrief() : null,
  );
  onMessage('terms→background: frame', async (_, { tabId }) => {
    if (tabId !== undefined && (await isWanted(tabId))) await insertRule(tabId);
    return null;
  });
  onMessage('panel→background: underline', async ({ tabId, isOn }) => {
    const system = (await readTabContext(tabId))?.context.system ?? null;
    await changeTabUnderlining(tabId, { request: { system, isOn } });
    await refreshTerms(tabId);
    return null;
  });
  onMessage('panel→background: changed', async ({ what }) => {
    if (what !== 'settings' && what !== 'profile') return null;
    for (const [tabId] of await readTabContexts()) {
      // With other terms the page is looked through anew.
      if (what === 'profile') await changeTabUnderlining(tabId, { document: null });
      unattended(refreshTerms(tabId));
    }
    return null;
  });
  browser.tabs.onRemoved.addListener((tabId) => unattended(forgetTabUnderlining(tabId)));
}

/** Decides anew for a tab whether terms are underlined in it. */
export async function refreshTerms(tabId: number): Promise<void> {
  // Nothing in here waits for the page: one that shows an alert answers nothing.
  const errand = await navigator.locks.request(`underlining-${tabId}`, async () => {
    const [{ document: present }, read, wanted] = await Promise.all([
      readTabUnderlining(tabId),
      readTabContext(tabId),
      isWanted(tabId),
    ]);
    const document = wanted ? (read?.document ?? null) : null;
    if (document === present) return null;
    await changeTabUnderlining(tabId, { document });
    return document === null ? 'hide' : document;
  });
  if (errand === 'hide') await takeAway(tabId);
  else if (errand !== null) await bring(tabId, errand);
}

/** Nothing of ours stays in a page that may not be read any more. */
export async function dropTerms(tabId: number): Promise<void> {
  const { document } = await readTabUnderlining(tabId);
  if (document === null) return;
  await changeTabUnderlining(tabId, { document: null });
  await takeAway(tabId);
}

async function isWanted(tabId: number): Promise<boolean> {
  const [read, choices, { request }, { quiet }] = await Promise.all([
    readTabContext(tabId),
    readUnderlining(),
    readTabUnderlining(tabId),
    readSwitches(),
  ]);
  return read !== null && !quiet && isUnderlined(read.context.system, choices, request);
}

async function readTermsBrief(): Promise<TermsBrief> {
  const [profile, { language }, { terms }] = await Promise.all([
    readProfile(),
    readClerk(),
    readClerkGlossary(),
  ]);
  return { own: ownGlossary(profile, baseProfile()), clerks: terms, language };
}

async function bring(tabId: number, document: string): Promise<void> {
  try {
    await insertRule(tabId);
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [script] });
  } catch {
    // The page or the permission has gone meanwhile.
    const { document: present } = await readTabUnderlining(tabId);
    if (present === document) await changeTabUnderlining(tabId, { document: null });
  }
}

async function takeAway(tabId: number): Promise<void> {
  void sendToPage(tabId, 'background→terms: hide', null);
  await removeRule(tabId);
}

const ruleIn = (tabId: number) => ({
  target: { tabId, allFrames: true },
  css: highlightRule,
  origin: 'USER' as const,
});

/** Into every frame there is; one that had it before has it once. */
async function insertRule(tabId: number): Promise<void> {
  await removeRule(tabId);
  await browser.scripting.insertCSS(ruleIn(tabId));
}

const removeRule = (tabId: number) => browser.scripting.removeCSS(ruleIn(tabId)).catch(() => undefined);
