import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerReader } from '@/entrypoints/background/answer-reader';
import { forgetLeftPages } from '@/entrypoints/background/forget-left-pages';
import { showStrips } from '@/entrypoints/background/show-strips';
import { stopWhereNotPermitted } from '@/entrypoints/background/stop-where-not-permitted';
import { underlineTerms } from '@/entrypoints/background/underline-terms';
import { changeSwitches, chooseUnderlining, readTabUnderlining } from '@/lib/store';
import type { Underlining } from '@/lib/underlining';
import { contextAt, type SmallBrowser, startSmallBrowser } from './small-browser';

const ezd = 'https://ezd.example/*';
const address = 'https://ezd.example/sprawa/1';
const script = '/content-scripts/terms.js';

let small: SmallBrowser;
beforeEach(async () => {
  small = await startSmallBrowser();
  answerReader();
  showStrips();
  underlineTerms();
  forgetLeftPages();
  stopWhereNotPermitted();
  await small.permit(ezd);
  small.tabs.set(1, { url: address, active: true, letsScriptsIn: true });
  // As the clerk’s first day goes, no strip is in the way.
  await changeSwitches((switches) => ({ ...switches, systems: ['ezd-rp'] }));
});

async function says(document: string, system = 'ezd-rp'): Promise<void> {
  await small.arrive('page→background: context', { document, context: contextAt(address, { system }) }, 1);
  await small.atRest();
}
async function choose(choice: Underlining): Promise<void> {
  await chooseUnderlining('ezd-rp', choice);
  await small.arrive('panel→background: changed', { what: 'settings' });
  await small.atRest();
}
async function ask(isOn: boolean): Promise<void> {
  await small.arrive('panel→background: underline', { tabId: 1, isOn });
  await small.atRest();
}
const loaded = () => small.run.filter(([, file]) => file === script).length;
const isHidden = () => small.told.some(([, name]) => name === 'background→terms: hide');
const briefed = () => small.arrive('terms→background: ready', null, 1);

describe('Terms are underlined in a page', () => {
  it('in none before the clerk chose it: no script, no rule', async () => {
    await says('d1');
    expect([loaded(), small.ruled.has(1), await briefed()]).toEqual([0, false, null]);
  });

  it('always: the script comes once for a document, with the rule that draws', async () => {
    await choose('always');
    await says('d1');
    await says('d1');
    expect([loaded(), small.ruled.has(1)]).toEqual([1, true]);
    expect(await briefed()).toEqual({ own: [], clerks: [], language: 'pl' });
    await says('d2');
    expect(loaded()).toBe(2);
  });

  it('always: not in another system, nor in a page that is left alone', async () => {
    await choose('always');
    await says('d1', 'dokus');
    expect(loaded()).toBe(0);
    await says('d1');
    await small.arrive('page→background: gone', { document: 'd1' }, 1);
    await small.atRest();
    expect([isHidden(), small.ruled.has(1), await briefed()]).toEqual([true, false, null]);
  });

  it('on request: when the clerk asks, in each document of the tab, until she asks no more', async () => {
    await choose('on-request');
    await says('d1');
    expect(loaded()).toBe(0);
    await ask(true);
    await says('d2');
    expect([loaded(), small.ruled.has(1)]).toEqual([2, true]);
    await ask(false);
    expect([isHidden(), small.ruled.has(1)]).toEqual([true, false]);
    await says('d3');
    expect(loaded()).toBe(2);
  });

  it('no more once it is switched off, or while nothing may show in a page', async () => {
    await choose('always');
    await says('d1');
    await changeSwitches((switches) => ({ ...switches, quiet: true }));
    await small.arrive('panel→background: changed', { what: 'settings' });
    await small.atRest();
    expect([isHidden(), small.ruled.has(1)]).toEqual([true, false]);
    await changeSwitches((switches) => ({ ...switches, quiet: false }));
    await choose('always');
    expect(loaded()).toBe(2);
    small.told.length = 0;
    await choose('off');
    expect(isHidden()).toBe(true);
  });

  it('anew when the profile has other terms', async () => {
    await choose('always');
    await says('d1');
    await small.arrive('panel→background: changed', { what: 'profile' });
    await small.atRest();
    expect(loaded()).toBe(2);
  });

  it('no more once the permission is taken back, and nothing is kept of a closed tab', async () => {
    await choose('always');
    await says('d1');
    await small.takeBack(ezd);
    expect([isHidden(), small.ruled.has(1)]).toEqual([true, false]);
    await ask(true);
    await small.close(1);
    expect(await readTabUnderlining(1)).toEqual({ request: null, document: null });
  });

  it('a page that lets no script in is asked again with its next word', async () => {
    await choose('always');
    const tab = small.tabs.get(1);
    if (tab) tab.letsScriptsIn = false;
    await says('d1');
    expect((await readTabUnderlining(1)).document).toBeNull();
    if (tab) tab.letsScriptsIn = true;
    await says('d1');
    expect(loaded()).toBe(1);
  });
});
