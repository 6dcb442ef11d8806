import { browser } from 'wxt/browser';
import { beginsService, type Encounter } from '@/lib/encounter';
import { type CallsModel, onMessage, type StripAnswer, type StripModel, sendToPage } from '@/lib/messaging';
import { type PageContext, systemNames } from '@/lib/page';
import { type Profile, sentenceFactsOf } from '@/lib/profile';
import { type Decision, decide, promptOf, type ReminderEvent, type Switches } from '@/lib/reminders';
import type { Channel } from '@/lib/standard';
import {
  addReminderEvent,
  askForPlace,
  caseKeyOf,
  currentEncounter,
  forgetTabStrip,
  nextTurn,
  readCallsStrip,
  readClerk,
  readHistory,
  readProfile,
  readSwitches,
  readTabContext,
  readTabStrip,
  saveTabStrip,
  startEncounter,
  type TabContext,
  type TabStrip,
} from '@/lib/store';
import { callsModelFor, standIn, takeCallsAnswer, takeCallsOut } from './calls-strip';
import { countConditions } from './count-conditions';
import { meetCase } from './meet-cases';
import { askForPanelIn, openPanelInTab } from './open-panel';
import { unattended } from './unattended';

/** Brings the one strip that is due into the page, a reminder or that calls are due, and takes the clerk's answer. */
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
  onMessage(
    'strip→background: calls-answer',
    async ({ turn, answer }, { tabId }, opened) => {
      if (tabId === undefined) return null;
      if (opened && !(await opened)) await openPanelInTab();
      const again = await inTurn(() => takeCallsAnswer(tabId, turn, answer, new Date()));
      if (answer === 'show') await askForPlace('callbacks');
      if (typeof again === 'number') await browser.alarms.create(callsAlarm, { when: again });
      if (again !== undefined) await refreshStrip(tabId);
      return null;
    },
    // A browser opens a panel in the very turn of a person's click only; nothing of it is in the page.
    ({ answer }, { windowId }) => (answer === 'show' ? askForPanelIn(windowId) : undefined),
  );
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === callsAlarm) unattended(refreshStrips());
  });
  onMessage('panel→background: changed', async () => {
    await refreshStrips();
    return null;
  });
  browser.tabs.onActivated.addListener(({ tabId }) => unattended(refreshStrip(tabId)));
}

/** Brings back the strip of due calls that was put off. */
const callsAlarm = 'calls-strip';

/**
 * Strips are decided one after another, so that two pages cannot spend the same budget. Nothing in here waits for a
 * page: one that shows an alert answers nothing, and a strip's script asks for its model, in its turn, as it starts.
 */
const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
  navigator.locks.request('strips', work);

/** What a page is to be told once it was decided: a model to show, or to take its strip away. */
type Errand = { show: StripModel | CallsModel; document: string } | 'hide' | null;

/** Decides anew for every tab that somebody looks at. */
export async function refreshStrips(): Promise<void> {
  const tabs = await browser.tabs.query({ active: true });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : refreshStrip(id))));
}

/** Decides anew for a tab, if somebody looks at it, and shows, keeps or takes away its strip. */
export async function refreshStrip(tabId: number): Promise<void> {
  const errand = await inTurn(() => decideErrand(tabId));
  if (errand === 'hide') await sendToPage(tabId, 'background→strip: hide', null);
  else if (errand) await bring(tabId, errand.document, errand.show);
}

/** Takes an unanswered strip out of a document; it comes again where the tab comes back to the same situation. */
export async function takeStripOut(tabId: number, document: string): Promise<void> {
  const errand = await inTurn(async () => {
    const standing = await readTabStrip(tabId);
    const calls = (await readCallsStrip())?.standing;
    const wasCalls = calls?.document === document && (await takeCallsOut(tabId));
    const errand = standing?.document === document ? await noteTakenOut(tabId, standing) : null;
    return wasCalls ? 'hide' : errand;
  });
  if (errand === 'hide') await sendToPage(tabId, 'background→strip: hide', null);
}

/** Forgets a tab's strip, whatever became of it. */
export function dropStrip(tabId: number): Promise<void> {
  return inTurn(async () => {
    await takeCallsOut(tabId);
    await forgetTabStrip(tabId);
  });
}

async function noteTakenOut(tabId: number, standing: TabStrip | null): Promise<Errand> {
  if (!standing || standing.state === 'answered' || standing.document === null) return null;
  await saveTabStrip(tabId, { ...standing, document: null });
  return 'hide';
}

async function decideErrand(tabId: number): Promise<Errand> {
  const [tab, tabContext, standing] = await Promise.all([
    browser.tabs.get(tabId).catch(() => null),
    readTabContext(tabId),
    readTabStrip(tabId),
  ]);
  if (!tab?.active) return null;
  if (!tabContext) {
    const wasCalls = await takeCallsOut(tabId);
    return (await noteTakenOut(tabId, standing)) ?? (wasCalls ? 'hide' : null);
  }
  const due = await decideFor(tabContext.context);
  // No strip waits for it.
  unattended(countConditions(tabContext.context));
  if (due.encounter && due.caseKey !== null && tabContext.context.caseInHand)
    await meetCase(due.encounter, due.caseKey, tabContext.context.caseInHand);
  // Never two at once: a reminder that stands is answered first, and none comes while due calls are told.
  const isReminderUp =
    standing?.situation === due.situation &&
    standing.state !== 'answered' &&
    standing.document === tabContext.document &&
    !isWithdrawn(standing, tabContext.context, due);
  const calls = isReminderUp ? null : await decideCalls(tabId, tabContext, due);
  if (calls) return calls;
  const wasCalls = await takeCallsOut(tabId);
  return (await decideReminder(tabId, tabContext, standing, due)) ?? (wasCalls ? 'hide' : null);
}

async function decideCalls(tabId: number, { document, context }: TabContext, due: Due): Promise<Errand> {
  const { encounter, switches, language } = due;
  const isLookedAt = async (other: number) =>
    (await browser.tabs.get(other).catch(() => null))?.active ?? false;
  const show = await callsModelFor(
    { tabId, document, context, encounter, switches, language, isLookedAt },
    new Date(),
  );
  if (show === null) return null;
  const left = await standIn(tabId, document, show.turn);
  if (left !== null) void sendToPage(left, 'background→strip: hide', null);
  return { show, document };
}

async function decideReminder(
  tabId: number,
  { document, context }: TabContext,
  standing: TabStrip | null,
  due: Due,
): Promise<Errand> {
  if (standing?.situation === due.situation && !isWithdrawn(standing, context, due)) {
    if (standing.state === 'answered') return null;
    if (standing.state === 'shown' && standing.document === document) return null;
    // It never reached its page, or the page was loaded anew before the clerk could answer: the same one, not another.
    if (due.shown.has(standing.reminderId)) {
      await saveTabStrip(tabId, { ...standing, document, address: context.address });
      return errandOf(tabId, document);
    }
  }
  if (!due.page) {
    await forgetTabStrip(tabId);
    return standing ? 'hide' : null;
  }
  await saveTabStrip(tabId, {
    turn: await nextTurn(),
    reminderId: due.page.reminderId,
    situation: due.situation,
    state: 'coming',
    document,
    since: Date.now(),
    address: context.address,
    why: due.page.why,
    ...(due.caseKey === null ? {} : { caseKey: due.caseKey }),
    ...(due.encounter === null ? {} : { encounterId: due.encounter.id }),
  });
  return errandOf(tabId, document);
}

async function errandOf(tabId: number, document: string): Promise<Errand> {
  const show = await modelOf(tabId);
  return show && { show, document };
}

interface Due {
  profile: Profile;
  history: ReminderEvent[];
  switches: Switches;
  /** The one strip, where one is due. */
  page: Decision | undefined;
  /** Every reminder that is due, in the page or in the panel. */
  shown: Set<string>;
  /** Changes when the clerk turns to something else. */
  situation: string;
  caseKey: string | null;
  encounter: Encounter | null;
  /** The running service's, or the one chosen for the next. */
  channel: Channel;
  language: 'pl' | 'en';
}

async function decideFor(context: PageContext): Promise<Due> {
  const [profile, encounter, history, switches, clerk, caseKey] = await Promise.all([
    readProfile(),
    currentEncounter(),
    readHistory(),
    readSwitches(),
    readClerk(),
    context.caseInHand ? caseKeyOf(context.caseInHand) : null,
  ]);
  const decisions = decide({
    profile,
    systemNames: systemNames(),
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
  const shown = new Set(decisions.filter((one) => one.shown).map(({ reminderId }) => reminderId));
  const channel = encounter?.channel ?? clerk.channel;
  const { language } = clerk;
  return { profile, history, switches, page, shown, situation, caseKey, encounter, channel, language };
}

/** Since it was decided the clerk has switched it off, turned to another channel or answered it in the panel, or the profile has gone. */
function isWithdrawn(strip: TabStrip, { system, address }: PageContext, due: Due): boolean {
  const { profile, history, switches } = due;
  if (strip.state === 'answered') return false;
  const reminder = profile.reminders.find(({ id }) => id === strip.reminderId);
  if (!reminder || reminder.channels?.includes(due.channel) === false) return true;
  if (switches.quiet || switches.reminders.includes(strip.reminderId)) return true;
  if (switches.addresses.includes(address) || (system !== null && switches.systems.includes(system)))
    return true;
  return history.some(
    ({ reminderId, kind, at }) => reminderId === strip.reminderId && kind !== 'shown' && at >= strip.since,
  );
}

/** Documents into which the strip's script is being loaded; it asks for what stands then. */
const loadingInto = new Set<string>();

/** A strip's script that already runs in the page takes the model; otherwise it is loaded, and asks for it. */
async function bring(tabId: number, document: string, model: StripModel | CallsModel): Promise<void> {
  if (await sendToPage(tabId, 'background→strip: show', model)) {
    await inTurn(() => noteShown(tabId, model.turn));
    return;
  }
  if (loadingInto.has(document)) return;
  loadingInto.add(document);
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: ['/content-scripts/strip.js'],
      injectImmediately: true,
    });
  } catch {
    // The page or the permission has gone meanwhile: what was never seen is not the tab's strip.
    await inTurn(async () => {
      await takeCallsOut(tabId);
      const strip = await readTabStrip(tabId);
      if (strip?.turn === model.turn && strip.state === 'coming') await forgetTabStrip(tabId);
    });
  } finally {
    loadingInto.delete(document);
  }
}

/** The answer to `ready`: what stands for this tab, unless the clerk has answered it. */
async function deliver(tabId: number): Promise<StripModel | CallsModel | null> {
  const [calls, read] = await Promise.all([readCallsStrip(), readTabContext(tabId)]);
  if (read && calls?.standing?.tabId === tabId) {
    const due = await decideCalls(tabId, read, await decideFor(read.context));
    if (due && due !== 'hide') return due.show;
  }
  const model = await modelOf(tabId);
  if (model) await noteShown(tabId, model.turn);
  return model;
}

async function modelOf(tabId: number): Promise<StripModel | null> {
  const [strip, profile, clerk, encounter] = await Promise.all([
    readTabStrip(tabId),
    readProfile(),
    readClerk(),
    currentEncounter(),
  ]);
  const reminder = profile.reminders.find(({ id }) => id === strip?.reminderId);
  if (!strip || strip.state === 'answered' || strip.document === null || !reminder) return null;
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

/** Counted once, however many documents the same strip was brought into. */
async function noteShown(tabId: number, turn: number): Promise<void> {
  const strip = await readTabStrip(tabId);
  if (strip?.turn !== turn || strip.state !== 'coming') return;
  await addReminderEvent(eventOf(strip, 'shown', await readProfile()));
  await saveTabStrip(tabId, { ...strip, state: 'shown' });
}

function eventOf(strip: TabStrip, kind: ReminderEvent['kind'], { reminders }: Profile): ReminderEvent {
  const moment = reminders.find(({ id }) => id === strip.reminderId)?.moment;
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
  // What must outlive the browser comes first.
  await addReminderEvent(eventOf(strip, eventKinds[answer], await readProfile()));
  if (answer === 'start') await startEncounter((await readClerk()).channel, new Date());
  await saveTabStrip(tabId, { ...strip, state: 'answered' });
  return true;
}
