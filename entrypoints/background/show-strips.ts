import { browser } from 'wxt/browser';
import { beginsService, type Encounter } from '@/lib/encounter';
import { onMessage, type StripAnswer, type StripModel, sendToPage } from '@/lib/messaging';
import type { PageContext } from '@/lib/page';
import { baseProfile, sentenceFactsOf } from '@/lib/profile';
import { type Decision, decide, promptOf, type ReminderEvent, type Switches } from '@/lib/reminders';
import {
  addReminderEvent,
  caseKeyOf,
  currentEncounter,
  forgetTabStrip,
  nextTurn,
  readClerk,
  readHistory,
  readSwitches,
  readTabContext,
  readTabStrip,
  saveTabStrip,
  startEncounter,
  type TabStrip,
} from '@/lib/store';

/** Brings the one reminder that is due into the page, and takes the clerk's answer. */
export function showStrips(): void {
  onMessage('strip→background: ready', async (_, { tabId }) =>
    tabId === undefined ? null : inTurn(() => deliver(tabId)),
  );
  onMessage('strip→background: answer', async ({ turn, answer }, { tabId }) => {
    if (tabId === undefined) return null;
    const taken = await inTurn(() => takeAnswer(tabId, turn, answer));
    if (taken) await refreshStrip(tabId);
    return null;
  });
  onMessage('panel→background: changed', async () => {
    const tabs = await browser.tabs.query({ active: true });
    for (const { id } of tabs) if (id !== undefined) await refreshStrip(id);
    return null;
  });
  browser.tabs.onActivated.addListener(({ tabId }) => void refreshStrip(tabId));
  browser.tabs.onRemoved.addListener((tabId) => void forgetTabStrip(tabId));
}

/** Strips are decided one after another, so that two pages cannot spend the same budget. */
const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
  navigator.locks.request('strips', work);

/** Decides anew for a tab, if somebody looks at it, and shows, keeps or takes away its strip. */
export function refreshStrip(tabId: number): Promise<void> {
  return inTurn(async () => {
    const [tab, tabContext] = await Promise.all([
      browser.tabs.get(tabId).catch(() => null),
      readTabContext(tabId),
    ]);
    if (!tab?.active) return;
    const standing = await readTabStrip(tabId);
    if (!tabContext) {
      if (standing) await takeAway(tabId);
      return;
    }
    const due = await decideFor(tabContext.context);
    if (standing?.situation === due.situation && !isWithdrawn(standing, due)) return;
    if (!due.page) {
      if (standing) await takeAway(tabId);
      return;
    }
    await saveTabStrip(tabId, {
      turn: await nextTurn(),
      reminderId: due.page.reminderId,
      situation: due.situation,
      state: 'coming',
      since: Date.now(),
      address: tabContext.context.address,
      why: due.page.why,
      ...(due.caseKey === null ? {} : { caseKey: due.caseKey }),
      ...(due.encounter === null ? {} : { encounterId: due.encounter.id }),
    });
    await bring(tabId);
  });
}

interface Due {
  history: ReminderEvent[];
  switches: Switches;
  /** The one strip, where one is due. */
  page: Decision | undefined;
  /** Changes when the clerk turns to something else. */
  situation: string;
  caseKey: string | null;
  encounter: Encounter | null;
}

async function decideFor(context: PageContext): Promise<Due> {
  const [encounter, history, switches, clerk, caseKey] = await Promise.all([
    currentEncounter(),
    readHistory(),
    readSwitches(),
    readClerk(),
    context.caseInHand ? caseKeyOf(context.caseInHand) : null,
  ]);
  const decisions = decide({
    profile: baseProfile(),
    context,
    encounter,
    history,
    now: new Date(),
    switches,
    caseKey,
    channel: encounter ? null : clerk.channel,
    language: clerk.language,
  });
  const situation = [context.system, context.view, caseKey, encounter?.id, encounter?.moment].join('|');
  const page = decisions.find(({ where }) => where === 'page');
  return { history, switches, page, situation, caseKey, encounter };
}

/** The clerk has switched it off, or answered the same reminder in the panel, since it came into the page. */
function isWithdrawn(strip: TabStrip, { history, switches }: Due): boolean {
  if (strip.state !== 'shown') return false;
  if (switches.quiet || switches.reminders.includes(strip.reminderId)) return true;
  return history.some(
    ({ reminderId, kind, at }) => reminderId === strip.reminderId && kind !== 'shown' && at >= strip.since,
  );
}

async function takeAway(tabId: number): Promise<void> {
  await forgetTabStrip(tabId);
  await sendToPage(tabId, 'background→strip: hide', null);
}

/** A strip's script that already runs in the page takes the model; otherwise it is loaded, and asks for it. */
async function bring(tabId: number): Promise<void> {
  const model = await modelOf(tabId);
  if (model && (await sendToPage(tabId, 'background→strip: show', model))) {
    await noteShown(tabId);
    return;
  }
  await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [0] },
      files: ['content-scripts/strip.js'],
      injectImmediately: true,
    })
    .catch(() => forgetTabStrip(tabId)); // The page or the permission has gone meanwhile.
}

/** The answer to `ready`: what stands for this tab, unless the clerk has answered it. */
async function deliver(tabId: number): Promise<StripModel | null> {
  const model = await modelOf(tabId);
  if (model) await noteShown(tabId);
  return model;
}

async function modelOf(tabId: number): Promise<StripModel | null> {
  const [strip, clerk, encounter] = await Promise.all([readTabStrip(tabId), readClerk(), currentEncounter()]);
  const profile = baseProfile();
  const reminder = profile.reminders.find(({ id }) => id === strip?.reminderId);
  if (!strip || strip.state === 'answered' || !reminder) return null;
  const { text, say, citation } = promptOf(reminder, sentenceFactsOf(profile, clerk));
  return {
    turn: strip.turn,
    reminderId: reminder.id,
    text,
    say,
    citation,
    why: strip.why,
    language: clerk.language,
    canStart: encounter === null && beginsService(reminder.moment),
  };
}

async function noteShown(tabId: number): Promise<void> {
  const strip = await readTabStrip(tabId);
  if (strip?.state !== 'coming') return;
  await saveTabStrip(tabId, { ...strip, state: 'shown' });
  await addReminderEvent(eventOf(strip, 'shown'));
}

function eventOf(strip: TabStrip, kind: ReminderEvent['kind']): ReminderEvent {
  const moment = baseProfile().reminders.find(({ id }) => id === strip.reminderId)?.moment;
  return {
    reminderId: strip.reminderId,
    at: Date.now(),
    kind,
    ...(strip.caseKey === undefined ? {} : { caseKey: strip.caseKey }),
    ...(strip.encounterId === undefined ? {} : { encounterId: strip.encounterId }),
    ...(moment === undefined ? {} : { moment }),
    ...(kind === 'not-here' ? { address: strip.address } : {}),
  };
}

const eventKinds: Record<StripAnswer, ReminderEvent['kind']> = {
  done: 'done',
  later: 'later',
  'not-today': 'not-today',
  'not-here': 'not-here',
  closed: 'closed',
  gone: 'closed',
  start: 'done',
};

/** @returns false for an answer to a strip that no longer stands */
async function takeAnswer(tabId: number, turn: number, answer: StripAnswer): Promise<boolean> {
  const strip = await readTabStrip(tabId);
  if (strip?.turn !== turn || strip.state !== 'shown') return false;
  await saveTabStrip(tabId, { ...strip, state: 'answered' });
  await addReminderEvent(eventOf(strip, eventKinds[answer]));
  if (answer === 'start') await startEncounter((await readClerk()).channel, new Date());
  return true;
}
