import { beforeEach, expect, it } from 'vitest';
import { emptyStore } from './empty-store';

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  store = await emptyStore();
});
const term = (id: string, meaning = 'm') => ({ id, headword: id, meaning });

it('A clerk who has touched no term has neither favourites nor terms of her own', async () => {
  expect(await store.readClerkGlossary()).toEqual({ favourites: [], terms: [] });
});

it('Two panels marking and adding at once both have their way', async () => {
  await Promise.all([
    store.setFavourite('wniosek', true),
    store.keepClerkTerm(term('a')),
    store.setFavourite('organ', true),
    store.keepClerkTerm(term('b')),
  ]);
  await store.setFavourite('wniosek', true);
  const { favourites, terms } = await store.readClerkGlossary();
  expect(favourites.toSorted()).toEqual(['organ', 'wniosek']);
  expect(terms.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  await store.setFavourite('wniosek', false);
  expect((await store.readClerkGlossary()).favourites).toEqual(['organ']);
});

it('A term that is changed keeps its place and gives back what it was; one that is taken out is gone', async () => {
  expect(await store.keepClerkTerm(term('a'))).toBeNull();
  await store.keepClerkTerm(term('b'));
  expect(await store.keepClerkTerm(term('a', 'inaczej'))).toEqual(term('a'));
  expect((await store.readClerkGlossary()).terms).toEqual([term('a', 'inaczej'), term('b')]);
  await store.dropClerkTerm('a');
  expect((await store.readClerkGlossary()).terms).toEqual([term('b')]);
});

it('Erasing takes them, too', async () => {
  await store.keepClerkTerm(term('a'));
  await store.eraseEverything();
  expect(await store.readClerkGlossary()).toEqual({ favourites: [], terms: [] });
});
