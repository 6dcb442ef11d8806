import { expect, it } from 'vitest';
import { profileJsonSchema } from '@/lib/profile';

it('The published JSON Schema is the one the extension reads by', async () => {
  const written = `${JSON.stringify(profileJsonSchema(), null, 2)}\n`;
  await expect(written).toMatchFileSnapshot('../../../public/profile.schema.json');
});
