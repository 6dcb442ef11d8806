import * as z from 'zod/mini';
import { profileSchema } from './schema';

/**
 * The JSON Schema of a profile as it is written in a file, so that an editor can complete and check it. Generated from
 * the schema the extension reads by; `public/profile.schema.json` holds the same, and a test compares them.
 */
export function profileJsonSchema(): object {
  return z.toJSONSchema(profileSchema, { io: 'input', target: 'draft-2020-12' });
}
