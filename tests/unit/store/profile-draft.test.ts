import { beforeEach, describe, expect, it } from 'vitest';
import { leastProfile } from '../profile/full-profile';
import { emptyStore } from './empty-store';

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  store = await emptyStore();
});

describe('The draft of a profile', () => {
  it('is there again as it was last written, mistakes and all', async () => {
    expect(await store.readProfileDraft()).toBeNull();
    const first = await store.saveProfileDraft({ profile: leastProfile, issued: null }, null);
    expect(first).toBe(1);
    const second = await store.saveProfileDraft({ profile: { ...leastProfile, name: '' }, issued: 'x' }, 1);
    expect(second).toBe(2);
    expect(await store.readProfileDraft()).toEqual({
      profile: { ...leastProfile, name: '' },
      issued: 'x',
      revision: 2,
    });
    expect(await store.readTakenProfiles()).toEqual([]);
  });

  it('is not written over by a window that has not seen the last writing', async () => {
    await store.saveProfileDraft({ profile: leastProfile, issued: null }, null);
    await store.saveProfileDraft({ profile: { ...leastProfile, name: 'Nowa' }, issued: null }, 1);
    expect(await store.saveProfileDraft({ profile: leastProfile, issued: null }, 1)).toBe('elsewhere');
    expect(await store.saveProfileDraft({ profile: leastProfile, issued: null }, null)).toBe('elsewhere');
    expect(await store.saveProfileDraft(null, 1)).toBe('elsewhere');
    expect((await store.readProfileDraft())?.profile.name).toBe('Nowa');
  });

  it('is taken away when it is put aside, and can be begun anew', async () => {
    await store.saveProfileDraft({ profile: leastProfile, issued: null }, null);
    expect(await store.saveProfileDraft(null, 1)).toBeNull();
    expect(await store.readProfileDraft()).toBeNull();
    expect(await store.saveProfileDraft({ profile: leastProfile, issued: null }, null)).toBe(1);
  });
});
