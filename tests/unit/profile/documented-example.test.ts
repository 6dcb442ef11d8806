import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseProfile } from '@/lib/profile';

it('The example in the description of the format is a good profile', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/profile-format.md'), 'utf8');
  const example = /```jsonc\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(parseProfile(example.replace(/^\s*\/\/.*$/gm, ''))).toMatchObject({ ok: true });
});
