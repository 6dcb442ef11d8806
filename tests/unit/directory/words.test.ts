import { expect, it } from 'vitest';
import { z } from 'zod';
import words from '@/lib/directory/words.json';

const list = z
  .array(z.string().regex(/^\p{Ll}+$/u))
  .min(1)
  .refine((all) => new Set(all).size === all.length, 'a word stands twice');
const schema = z.strictObject({ endings: list, linking: list, general: list, posts: list });

it('The words by which matters are told apart are plain, lower case and stand once', () => {
  expect(schema.safeParse(words).error?.issues ?? []).toEqual([]);
});
