import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { abuseCourse, neutralNote } from '@/lib/checklist';
import source from '@/lib/checklist/abusive-conduct.json';
import { channels, provisionById } from '@/lib/standard';

const sentence = z.string().regex(/^\p{Lu}.*[.!?]$/u);
const schema = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/u),
        title: z.string().min(1).max(60),
        say: sentence.max(120).optional(),
        do: z.array(sentence.max(80)),
        provisions: z.array(z.string()).min(1),
      }),
    )
    .length(3),
  note: z.strictObject({
    text: z.string(),
    channels: z.strictObject(Object.fromEntries(channels.map((channel) => [channel, z.string().min(1)]))),
  }),
});

describe('The course for abusive conduct', () => {
  it('is written as its schema asks, tied to provisions that exist', () => {
    expect(() => schema.parse(source)).not.toThrow();
    for (const { id, provisions } of abuseCourse) {
      for (const provision of provisions)
        expect(provisionById(provision), `${id}: ${provision}`).toBeDefined();
    }
  });

  it('warns, then ends the talk, each with a sentence to say; in danger it asks for no words', () => {
    const [warning, ending, danger] = abuseCourse;
    expect(warning?.say).toMatch(/zakończę rozmowę/u);
    expect(ending?.say).toMatch(/[Kk]ończę/u);
    expect(danger?.say).toBeUndefined();
    expect(danger?.do.join(' ')).toMatch(/Odejdź.*112.*przełożonym/u);
  });
});

describe('The neutral note', () => {
  const at = new Date('2026-11-24T23:30:00Z');

  it('says when in Warsaw, on what channel, in which words, on one line', () => {
    expect(neutralNote({ at, channel: 'phone-in', words: '  podniesiony głos,\n dwa wyzwiska ' })).toBe(
      '25.11.2026, godz. 00:30, rozmowa telefoniczna, dzwoni klient. Zachowanie klienta: podniesiony głos, dwa wyzwiska',
    );
  });

  it('takes the words as they are, and is nothing without any', () => {
    expect(neutralNote({ at, channel: 'desk', words: 'mówił {data} i $&' })).toMatch(
      /mówił \{data\} i \$&$/u,
    );
    expect(neutralNote({ at, channel: 'desk', words: ' \n' })).toBe('');
  });
});
