// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageSkeletonDesk } from '@/components/page-skeleton';
import { type OpenTab, type SkeletonSlot, Studio } from '@/components/studio';
import { nothingCounted } from '@/lib/ageing';
import { setLanguage } from '@/lib/i18n';
import { readPage, shippedSystems } from '@/lib/page';
import { documentOf, type KnownNames, type Skeleton } from '@/lib/skeleton';
import { makeSkeleton } from '@/lib/skeleton/page';

const html = `<title>EZD PUW - Sprawa Jana Kota</title><h1>Koszulka: Ulga Jana Kota</h1>
  <dl><dt>Rodzaj sprawy</dt><dd>Ulga</dd><dt>Znak sprawy</dt><dd>FN.3120.7.2026</dd></dl><button>Zapisz</button>`;
const tab: OpenTab = {
  tabId: 7,
  context: {
    system: 'ezd-puw',
    view: 'case',
    caseSigns: [],
    caseInHand: null,
    fields: {},
    terms: [],
    elements: [],
    address: 'https://ezd.gmina.pl/sprawa/7',
    evidence: [],
  },
};
const pageOf = (markup: string) => new DOMParser().parseFromString(markup, 'text/html');

let root: Root;
let place: HTMLElement;
let tabs: OpenTab[];
let desk: Pick<Parameters<typeof PageSkeletonDesk>[0], 'skeletonIn' | 'saveFile'>;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  tabs = [tab];
  desk = {
    skeletonIn: vi.fn(async (_tabId: number, _address: string, known: KnownNames) => {
      const made = makeSkeleton(pageOf(html), known);
      return made.is === 'made'
        ? { is: 'made' as const, source: JSON.stringify(made.skeleton), blanked: made.blanked }
        : made;
    }),
    saveFile: vi.fn(),
  };
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  setLanguage('pl');
  vi.unstubAllGlobals();
});

const asked = 'Powiedz, jak liczymy ulgę.';
const draw = () =>
  act(async () =>
    root.render(
      <Studio
        kept={{
          profile: {
            format: 'obok-profile/1',
            id: 'probny',
            seq: 1,
            name: 'Próbny',
            reminders: [
              {
                id: 'probny.ulga',
                moment: 'listening',
                text: asked,
                provisions: ['sok.wysluchanie-klienta.1'],
                when: { all: [{ view: 'case' }, { field: { label: 'Rodzaj sprawy', equals: 'Ulga' } }] },
                priority: 9,
              },
            ],
          },
          issued: null,
        }}
        profiles={[]}
        systems={shippedSystems}
        clerk={{ name: 'Anna Nowak', position: '', referat: '', office: '', phone: '' }}
        language="pl"
        tabs={tabs}
        pointIn={async () => null}
        readIn={async () => null}
        labelsIn={async () => []}
        lookIn={async () => null}
        isPermitted={() => null}
        permit={() => null}
        ageing={nothingCounted}
        signing={
          { state: 'none', name: null, key: null } as unknown as Parameters<typeof Studio>[0]['signing']
        }
        skeletons={(slot: SkeletonSlot) => (
          <PageSkeletonDesk
            {...slot}
            {...desk}
            readSkeleton={(skeleton: Skeleton, systems, asks) =>
              readPage(documentOf(skeleton, pageOf('')), systems, asks, skeleton.address)
            }
          />
        )}
        now={() => new Date('2026-11-27T10:00:00+01:00')}
        loadStarts={async () => []}
        proposeForms={async () => []}
        save={async () => 'saved'}
        onReload={() => {}}
        onPutAside={async () => true}
        onExport={() => {}}
        onTake={async () => true}
      />,
    ),
  );
const button = (name: string) => {
  const all = [...place.querySelectorAll('button')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (!found) throw new Error(`No „${name}” among: ${all.map((one) => one.textContent).join(' · ')}`);
  return found;
};
const press = (name: string) => act(async () => button(name).click());
const openPart = async () => {
  await draw();
  const part = place.querySelector('details.skeletons') as HTMLDetailsElement;
  await act(async () => {
    part.open = true;
    part.dispatchEvent(new Event('toggle'));
  });
};
const look = async () => {
  await openPart();
  await press('Zapisz szkielet strony');
};
const text = () => place.querySelector('.page-skeleton')?.textContent ?? '';
const kept = () => [...place.querySelectorAll('.kept li > span')].map((one) => one.textContent);
const line = () => place.querySelector('[data-reminder="probny.ulga"]')?.textContent ?? '';
const choose = (file: File) =>
  act(async () => {
    const input = place.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
  });
const fileOf = (content: string, name = 'szkielet.json') => {
  const file = new File([content], name);
  // jsdom's files cannot be read so.
  file.arrayBuffer = async () => new TextEncoder().encode(content).buffer as ArrayBuffer;
  return file;
};

describe('„Zapisz szkielet strony”', () => {
  it('says where to begin when no page of a system is open', async () => {
    tabs = [];
    await openPart();
    expect(text()).toContain('Otwórz w drugiej karcie stronę systemu');
    expect(() => button('Zapisz szkielet strony')).toThrow();
  });

  it('shows every text that stays and nothing of a client, before it saves', async () => {
    await look();
    expect(kept()).toEqual(['EZD PUW - Sprawa', 'Koszulka:', 'Rodzaj sprawy', 'Znak sprawy', 'Zapisz']);
    expect(text()).toContain('Zostaje 5 napisów.');
    expect(text()).toContain('Obok rozpozna w nim: EZD PUW, sprawa.');
    expect(place.textContent).not.toMatch(/Kota|FN\.3120\.7/);
    expect(document.activeElement?.textContent).toBe('Co będzie w pliku');
    expect(desk.saveFile).not.toHaveBeenCalled();
    await press('Zapisz plik');
    const [content, name] = vi.mocked(desk.saveFile).mock.calls[0] ?? [];
    expect(name).toBe('szkielet-ezd-puw-case.json');
    expect(content).not.toMatch(/Kota|3120/);
    expect(JSON.parse(content ?? '').title).toBe('EZD PUW - Sprawa xxx');
    expect(text()).toContain('Zapisano plik szkielet-ezd-puw-case.json.');
  });

  it('blanks more by one press, and takes it back by another', async () => {
    await look();
    await press('Zakryj: Zapisz');
    await press('Zakryj: Rodzaj sprawy');
    expect(kept()).toEqual(['EZD PUW - Sprawa', 'Koszulka:', 'Znak sprawy']);
    expect(text()).toContain('Zakryto „Rodzaj sprawy”.');
    await press('Cofnij zakrycie');
    expect(kept()).toEqual(['EZD PUW - Sprawa', 'Koszulka:', 'Rodzaj sprawy', 'Znak sprawy']);
    await press('Zapisz plik');
    expect(vi.mocked(desk.saveFile).mock.calls[0]?.[0]).not.toContain('"Zapisz"');
  });

  it.each([
    ['no-permission', 'Daj ją w części Systemy'],
    ['left', 'zanim Obok ją odczytał'],
    ['not-page', 'nie ma zwykłej strony'],
    ['too-big', 'za duża na szkielet'],
    ['left-alone', 'wpisuje się hasło'],
  ] as const)('says what to do: %s; the next try succeeds', async (is, words) => {
    const { skeletonIn } = desk;
    desk.skeletonIn = async () => ({ is });
    await look();
    expect(text()).toContain(words);
    expect(kept()).toEqual([]);
    desk.skeletonIn = skeletonIn;
    await draw();
    await press('Zapisz szkielet strony');
    expect(kept()).toHaveLength(5);
  });

  it('says so when the browser takes no file, and keeps nothing half done', async () => {
    desk.saveFile = () => {
      throw new Error('full');
    };
    await look();
    await press('Zapisz plik');
    expect(text()).toContain('Nie udało się zrobić szkieletu. Nic nie zapisano.');
  });

  it('speaks English, too', async () => {
    setLanguage('en');
    await openPart();
    await press('Save a page skeleton');
    expect(text()).toContain('5 texts stay.');
  });
});

describe('the bench on a saved skeleton', () => {
  it('tells each reminder and why, with values the lead makes up, live', async () => {
    await look();
    await press('Połóż na stanowisku próbnym');
    expect(line()).toContain('Nie pokazuje się');
    expect(line()).toContain('Pole „Rodzaj sprawy” ma wartość „xxx”, oczekiwano „Ulga” – nie.');
    const field = [...place.querySelectorAll<HTMLInputElement>('.bench input')].find((one) =>
      place.querySelector(`label[for="${one.id}"]`)?.textContent?.includes('Wartość pola „Rodzaj sprawy”'),
    ) as HTMLInputElement;
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'Ulga');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(line()).toContain('Pasek na stronie');
    expect(line()).toContain('Widok to sprawa – tak.');
  });

  it('takes a file that is chosen, and one that is dropped', async () => {
    await look();
    await press('Zapisz plik');
    const content = vi.mocked(desk.saveFile).mock.calls[0]?.[0] ?? '';
    await choose(fileOf(content));
    expect(text()).toContain('Na stanowisku próbnym leży szkielet.json.');
    expect(place.querySelector('.bench')?.textContent).toContain('Obok rozpoznaje: EZD PUW, sprawa.');
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { types: ['Files'], files: [fileOf(content, 'inny.json')] } });
    await act(async () => {
      place.querySelector('.drop')?.dispatchEvent(drop);
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(drop.defaultPrevented).toBe(true);
    expect(text()).toContain('Na stanowisku próbnym leży inny.json.');
  });

  it('tells what is wrong with a file, where, and what to do; what lay there stays', async () => {
    await look();
    await press('Połóż na stanowisku próbnym');
    const before = line();
    const bad = {
      format: 'obok-page-skeleton/1',
      title: '',
      address: { host: '', path: '' },
      page: ['body', {}, ['script', {}, 'x']],
    };
    await choose(fileOf(JSON.stringify(bad)));
    expect(text()).toContain(
      'szkielet.json, miejsce page[2][0]: Takiego elementu nie może być w szkielecie: „script”.',
    );
    expect(line()).toBe(before);
    await choose(fileOf('{"format":"obok-profile/1"}'));
    expect(text()).toContain('Wczytaj go w części Profil.');
    const big = fileOf('x');
    Object.defineProperty(big, 'size', { value: 2 ** 30 });
    big.arrayBuffer = () => Promise.reject(new Error('must not be read'));
    await choose(big);
    expect(text()).toContain('szkielet ma najwyżej 1024 kB');
    const lost = fileOf('x');
    lost.arrayBuffer = () => Promise.reject(new Error('gone'));
    await choose(lost);
    expect(text()).toContain('Przeglądarka nie może odczytać pliku.');
    expect(line()).toBe(before);
  });
});
