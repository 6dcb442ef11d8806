// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compileGlossary } from '@/lib/glossary';
import { type TermWatch, watchTerms } from '@/lib/glossary/page';
import { aDeed, aPage, type Deed, fill, manyTexts, type Piece, perform } from '../../page/living-page';

const glossary = compileGlossary(
  ['decyzja', 'decyzja ostateczna', 'postanowienie', 'strona postępowania', 'sprawa', 'pismo'].map(
    (headword) => ({ id: headword.replaceAll(' ', '-'), headword, meaning: headword }),
  ),
);

interface Place {
  termId: string;
  startContainer: Node;
  startOffset: number;
  endContainer: Node;
  endOffset: number;
}

/** A paint that keeps what it was given. */
function canvas() {
  const blocks = new Set<{ standings: Place[] }>();
  return {
    blocks,
    put: (block: { standings: Place[] }) => void blocks.add(block),
    take: (block: { standings: Place[] }) => void blocks.delete(block),
    stop: () => blocks.clear(),
    places: () => [...blocks].flatMap(({ standings }) => standings),
    /** „term: its words as they stand”, in no order. */
    words: () =>
      [...blocks].flatMap(({ standings }) =>
        standings.map(({ termId, startContainer, startOffset, endContainer, endOffset }) => {
          const range = (startContainer.ownerDocument as Document).createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return `${termId}: ${range.toString()}`;
        }),
      ),
  };
}

let passed = 0;
let ends: AbortController[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  passed = 0;
});
afterEach(() => {
  for (const end of ends) end.abort();
  ends = [];
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Each look at the clock takes a while, so that looking pauses wherever it may. */
function pace(step: number): void {
  const begun = Date.now();
  vi.spyOn(performance, 'now').mockImplementation(() => {
    passed += step;
    return Date.now() - begun + passed;
  });
}

function watch(onDocument?: (document: Document) => void) {
  const { AbortController: Ending } = document.defaultView ?? globalThis;
  const end = new Ending();
  ends.push(end);
  const paint = canvas();
  const terms: TermWatch = watchTerms(document, glossary, {
    paint,
    signal: end.signal,
    ...(onDocument ? { onDocument } : {}),
  });
  return { paint, terms, end };
}

async function wordsIn(html: string): Promise<string[]> {
  document.body.innerHTML = html;
  const { paint } = watch();
  await vi.runAllTimersAsync();
  return paint.words();
}

test.each([
  ['in one text', '<p>Wydano decyzję ostateczną.</p>', ['decyzja-ostateczna: decyzję ostateczną']],
  [
    'over elements of its line',
    '<p>ze stro<b>nami</b> <i>postępo</i>wania</p>',
    ['strona-postępowania: stronami postępowania'],
  ],
  [
    'broken at a hyphen by the page',
    '<p>strona postępo-<br>wania</p>',
    ['strona-postępowania: strona postępo-wania'],
  ],
  [
    'with a blank line in the source',
    '<p>strona\n\n   postępowania</p>',
    ['strona-postępowania: strona\n\n   postępowania'],
  ],
  ['not over two paragraphs', '<p>ta strona</p><p>postępowania sądu</p>', []],
  ['not over a block without text', '<div>strona<hr>postępowania</div>', []],
  ['not over two list items', '<ul><li>strona</li> <li>postępowania</li></ul>', []],
  [
    'not over spans that the style puts apart',
    '<p><span style="display:block">strona</span> <span style="display:block">postępowania</span></p>',
    [],
  ],
  [
    'before and behind a block in it',
    '<div>decyzja <p>obok</p> pismo</div>',
    ['decyzja: decyzja', 'pismo: pismo'],
  ],
  [
    'not where text is typed',
    '<textarea>decyzja</textarea><input value="decyzja"><div contenteditable>decyzja <p>pismo</p></div><p><span contenteditable="true">decyzja</span></p>',
    [],
  ],
  [
    'not in the names of fields and of what can be pressed',
    '<button>Decyzja</button><nav><a>Decyzja</a></nav><div role="button">Pismo</div><label>Pismo <input></label><dl><dt>Pismo</dt></dl><table><tr><th>Pismo</th></tr></table>',
    [],
  ],
  [
    'not in what is no text',
    '<script type="x">decyzja</script><style>decyzja</style><svg><text>decyzja</text></svg>',
    [],
  ],
  [
    'in a link, a cell and a heading',
    '<h2>Decyzja</h2><a href="#">Decyzja</a><table><tr><td>Decyzja</td></tr></table>',
    ['decyzja: Decyzja', 'decyzja: Decyzja', 'decyzja: Decyzja'],
  ],
])('a term is found %s', async (_, html, words) => {
  expect((await wordsIn(html)).sort()).toEqual(words.sort());
});

test('a term stands in an open shadow root and in a frame, also one that comes later', async () => {
  document.body.innerHTML = '<x-okno></x-okno><iframe></iframe>';
  const documents: Document[] = [];
  const { paint } = watch((one) => documents.push(one));
  await vi.runAllTimersAsync();
  const host = document.querySelector('x-okno') as HTMLElement;
  host.attachShadow({ mode: 'open' }).innerHTML = 'pismo <p>decyzja</p>';
  const frame = document.querySelector('iframe')?.contentDocument as Document;
  frame.body.innerHTML = '<p>postanowienie</p>';
  document.body.append(document.createElement('p'));
  await vi.runAllTimersAsync();
  expect(paint.words().sort()).toEqual(['decyzja: decyzja', 'pismo: pismo', 'postanowienie: postanowienie']);
  expect(documents).toEqual([document, frame]);

  host.remove();
  document.querySelector('iframe')?.remove();
  await vi.runAllTimersAsync();
  expect(paint.words()).toEqual([]);
});

test('what is removed or rewritten is let go at once, not with the next look', async () => {
  document.body.innerHTML = '<ul><li>decyzja</li><li>pismo</li></ul><p>sprawa</p>';
  const { paint } = watch();
  await vi.runAllTimersAsync();
  expect(paint.words()).toHaveLength(3);
  document.querySelector('ul')?.remove();
  (document.querySelector('p')?.firstChild as Text).data = 'nic, i dalej nic, a potem decyzja';
  await Promise.resolve();
  expect(paint.words()).toEqual([]);
  await vi.runAllTimersAsync();
  expect(paint.words()).toEqual(['decyzja: decyzja']);
});

test('a block that goes joins what stood around it; one that comes parts it', async () => {
  document.body.innerHTML = '<div>strona <p>obok</p> postępowania</div>';
  const { paint } = watch();
  await vi.runAllTimersAsync();
  expect(paint.words()).toEqual([]);
  document.querySelector('p')?.remove();
  await vi.runAllTimersAsync();
  expect(paint.words()).toEqual(['strona-postępowania: strona  postępowania']);
  document
    .querySelector('div')
    ?.insertBefore(document.createElement('hr'), document.querySelector('div')?.lastChild ?? null);
  await vi.runAllTimersAsync();
  expect(paint.words()).toEqual([]);
});

test('once it is switched off nothing is painted and nothing is followed', async () => {
  document.body.innerHTML = '<p>decyzja</p>';
  const { paint, end } = watch();
  await vi.runAllTimersAsync();
  end.abort();
  expect(paint.words()).toEqual([]);
  document.body.insertAdjacentHTML('beforeend', '<p>pismo</p>');
  await vi.runAllTimersAsync();
  expect(paint.words()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('the page is not changed by it', async () => {
  document.body.innerHTML = '<p>Wydano <b>decyzję</b> ostateczną.</p>';
  const before = document.documentElement.outerHTML;
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const { paint, end } = watch();
  await vi.runAllTimersAsync();
  expect(paint.words()).toHaveLength(1);
  end.abort();
  expect(changes).toEqual([]);
  expect(document.documentElement.outerHTML).toBe(before);
  // The observer lives: it would have seen one.
  document.body.append('x');
  await Promise.resolve();
  expect(changes).toHaveLength(1);
  observer.disconnect();
});

test('what is selected within a term is told to be it; what reaches beyond is not', async () => {
  document.body.innerHTML = '<p>Wydano decyzję <b>ostateczną</b> wczoraj.</p>';
  const { terms } = watch();
  await vi.runAllTimersAsync();
  const text = document.querySelector('p')?.firstChild as Text;
  const bold = document.querySelector('b')?.firstChild as Text;
  const selected = (start: Text, from: number, end: Text, to: number) => {
    const range = document.createRange();
    range.setStart(start, from);
    range.setEnd(end, to);
    return terms.around(range);
  };
  const term = selected(text, 7, bold, 3);
  expect(term?.termId).toBe('decyzja-ostateczna');
  expect(term?.range.toString()).toBe('decyzję ostateczną');
  expect(term && terms.stands(term)).toBe(true);
  expect(selected(text, 10, text, 10)?.termId).toBe('decyzja-ostateczna');
  expect(selected(text, 2, text, 9)).toBeNull();
  bold.data = 'podatkową';
  await vi.runAllTimersAsync();
  expect(term && terms.stands(term)).toBe(false);
  expect(selected(text, 10, text, 10)?.termId).toBe('decyzja');
  text.data = 'Nic.';
  await vi.runAllTimersAsync();
  expect(selected(text, 1, text, 1)).toBeNull();
});

/** Follows a page through all that is done to it; gives what is painted then, and what a newcomer would paint. */
async function followed(before: Piece[], deeds: Deed[], step: number) {
  pace(step);
  document.head.replaceChildren();
  for (const { name } of [...document.body.attributes]) document.body.removeAttribute(name);
  fill(document.body, before);
  const { paint, end } = watch();
  try {
    for (const deed of deeds) {
      perform(deed, document);
      if (deed.do === 'pause') await vi.advanceTimersByTimeAsync(deed.milliseconds);
    }
    await vi.runAllTimersAsync();
    const fresh = watch();
    await vi.runAllTimersAsync();
    fresh.end.signal.throwIfAborted();
    const numbers = new Map<Node, number>();
    const numbered = (node: Node) => {
      if (!numbers.has(node)) numbers.set(node, numbers.size);
      return numbers.get(node);
    };
    const told = (places: Place[]) =>
      places
        .map(
          ({ termId, startContainer, startOffset, endContainer, endOffset }) =>
            `${termId} ${numbered(startContainer)}:${startOffset} ${numbered(endContainer)}:${endOffset}`,
        )
        .sort();
    return { kept: told(paint.places()), fresh: told(fresh.paint.places()) };
  } finally {
    for (const one of ends) one.abort();
    ends = [];
    end.abort();
    await vi.runAllTimersAsync();
  }
}

// fast-check prints the seed and the smallest failing example; this seed makes every run the same.
const settings = { seed: 20_261_127, numRuns: 150 };

test.each([
  { how: 'in one go', step: 0, long: fc.constant(0) },
  { how: 'piece by piece', step: 15, long: fc.constant(0) },
  { how: 'with a pause amid its nodes', step: 15, long: fc.integer({ min: 495, max: 515 }) },
])(
  'whatever a page does, what is underlined is what a newcomer would underline: $how',
  async ({ step, long }) => {
    await fc.assert(
      fc.asyncProperty(long, aPage, fc.array(aDeed, { maxLength: 12 }), async (texts, before, deeds) => {
        const { kept, fresh } = await followed([manyTexts(texts), ...before], deeds, step);
        expect(kept).toEqual(fresh);
      }),
      settings,
    );
  },
);
