import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerReader } from '@/entrypoints/background/answer-reader';
import { forgetLeftPages } from '@/entrypoints/background/forget-left-pages';
import { showStrips } from '@/entrypoints/background/show-strips';
import { stopWhereNotPermitted } from '@/entrypoints/background/stop-where-not-permitted';
import { readTabContext, readTabContexts } from '@/lib/store';
import { contextAt, startSmallBrowser } from './small-browser';

const runs = 300;
const ezd = 'https://ezd.example';
const dokus = 'https://dokus.example';
/** Two tabs of one system, and one of another. */
const origins = new Map([
  [1, ezd],
  [2, ezd],
  [3, dokus],
]);
type Deed =
  | 'comes'
  | 'says'
  | 'is gone'
  | 'late last word'
  | 'closes'
  | 'is looked at'
  | 'taken back'
  | 'permitted';
const aDeed = fc.tuple(
  fc.constantFrom<Deed>(
    'comes',
    'comes',
    'says',
    'says',
    'says',
    'is gone',
    'late last word',
    'closes',
    'is looked at',
    'taken back',
    'permitted',
  ),
  fc.constantFrom(...origins.keys()),
);

/** What a document of a tab is: its token, and a client whom no other has. */
interface Document {
  token: string;
  client: string;
  hasSaid: boolean;
}

async function live(deeds: [Deed, number][]): Promise<number> {
  const small = await startSmallBrowser();
  answerReader();
  forgetLeftPages();
  showStrips();
  stopWhereNotPermitted();
  for (const origin of origins.values()) small.permitted.add(`${origin}/*`);
  const present = new Map<number, Document>();
  const before = new Map<number, string>();
  let count = 0;
  let compared = 0;
  const addressOf = (tab: number) => `${origins.get(tab)}/sprawa`;
  const deed = async (what: Deed, tab: number): Promise<void> => {
    const document = present.get(tab);
    const pattern = `${origins.get(tab)}/*`;
    switch (what) {
      case 'comes': {
        count += 1;
        if (document) before.set(tab, document.token);
        await small.navigate(tab, 'loading', addressOf(tab));
        small.pages.set(tab, () => null);
        present.set(tab, { token: `d${count}`, client: `klient ${tab}/${count}/`, hasSaid: false });
        await small.arrive('page→background: hello', { document: `d${count}`, address: addressOf(tab) }, tab);
        return;
      }
      case 'says':
        if (!document) return;
        document.hasSaid = small.permitted.has(pattern);
        await small.arrive(
          'page→background: context',
          {
            document: document.token,
            context: contextAt(addressOf(tab), { fields: { Klient: document.client } }),
          },
          tab,
        );
        return;
      case 'is gone':
        if (!document) return;
        document.hasSaid = false;
        await small.arrive('page→background: gone', { document: document.token }, tab);
        return;
      case 'late last word': {
        const token = before.get(tab);
        if (token !== undefined) await small.arrive('page→background: gone', { document: token }, tab);
        return;
      }
      case 'closes':
        present.delete(tab);
        before.delete(tab);
        await small.close(tab);
        return;
      case 'is looked at':
        if (document) await small.activate(tab);
        return;
      case 'taken back':
        await small.takeBack(pattern);
        for (const [other, one] of present) if (origins.get(other) === origins.get(tab)) one.hasSaid = false;
        return;
      case 'permitted':
        await small.permit(pattern);
    }
  };
  for (const [what, tab] of deeds) {
    await deed(what, tab);
    await small.atRest();
    for (const [one, { token, client, hasSaid }] of present) {
      const read = await readTabContext(one);
      expect([what, tab, one, read?.document, read?.context.fields.Klient]).toEqual(
        hasSaid ? [what, tab, one, token, client] : [what, tab, one, undefined, undefined],
      );
      compared += 1;
    }
    expect((await readTabContexts()).map(([id]) => id).filter((id) => !present.has(id))).toEqual([]);
  }
  return compared;
}

it(`In ${runs} random lives of three tabs each tab is held to be what its own document said last, and no other’s client is ever taken for its own`, async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { minLength: 10, maxLength: 40 }), async (deeds) => {
      compared += await live(deeds);
    }),
    { numRuns: runs, seed: 15 },
  );
  expect(compared).toBeGreaterThan(1_000);
});
