// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProfileSection, type ProfileSectionProps, type ShownProfile } from '@/components/profile';
import { noPolicy } from '@/lib/policy';
import { baseProfile, rereadProfile } from '@/lib/profile';
import { freshAddress } from '@/lib/profile-address';
import { makeKey, sealSigned, signProfile } from '@/lib/signing';

const office = readFileSync(join(import.meta.dirname, '../../fixtures/demo-office/profile.json'), 'utf8');
const changed = (more: object) => JSON.stringify({ ...JSON.parse(office), ...more });
const kept = (layer: ShownProfile['layer'], source: string): ShownProfile => ({
  layer,
  source,
  read: rereadProfile(source),
  signature: null,
  from: { kind: 'file', name: `${layer}.json` },
  isFixed: false,
  takenAt: new Date('2026-11-24T10:00:00+01:00'),
});

let root: Root;
let place: HTMLElement;
let props: ProfileSectionProps;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  props = {
    base: baseProfile(),
    kept: [],
    language: 'pl',
    now: new Date('2026-11-24T10:00:00+01:00'),
    policy: { policy: noPolicy, faults: [], notTaken: {}, readAt: null },
    address: null,
    aged: { reminders: [], systems: new Map([['ezd-rp', 'EZD RP']]), onCopy: vi.fn() },
    onTake: vi.fn(async () => true),
    onDrop: vi.fn(),
    onLookAtPolicy: vi.fn(async () => {}),
    onAddress: vi.fn(),
    onFetch: vi.fn(),
    onGiveUpAddress: vi.fn(),
  };
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const show = (more: Partial<ProfileSectionProps> = {}) => {
  props = { ...props, ...more };
  act(() => root.render(<ProfileSection {...props} />));
};
const named = (name: string) =>
  [...place.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const button = (name: string) => {
  const found = named(name);
  if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
  return found;
};
const click = (name: string) => act(async () => button(name).click());
/** A file is read in its own time; React is let to work in between. */
async function untilPreview() {
  for (let tries = 0; tries < 200 && !place.querySelector('.preview-file'); tries += 1) {
    await act(() => new Promise((passed) => setTimeout(passed, 10)));
  }
  expect(place.querySelector('.preview-file h3')).not.toBeNull();
}

async function choose(source: string | Uint8Array<ArrayBuffer>, name = 'profil.json') {
  const input = place.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No place for a file.');
  Object.defineProperty(input, 'files', { value: [new File([source], name)], configurable: true });
  act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await untilPreview();
}
/** As a browser tells a file dragged over the page: jsdom has no `DragEvent`. */
async function dropFile(on: Element, source: string) {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, {
    dataTransfer: { types: ['Files'], files: [new File([source], 'upuszczony.json')] },
  });
  act(() => void on.dispatchEvent(event));
  await untilPreview();
  return event;
}
const preview = () => place.querySelector('.preview-file')?.textContent ?? '';

describe('„Profil”, before anything was taken', () => {
  it('says that the basic profile is at work and offers the one step there is', () => {
    show();
    expect(place.textContent).toContain('Profil podstawowy');
    expect(place.textContent).toContain('Nie wczytano. Obowiązuje profil podstawowy.');
    expect(button('Wczytaj z pliku')).toBeTruthy();
    expect(place.textContent).not.toContain('Usuń ten profil');
  });

  it('tells of each value and list where it comes from', () => {
    show();
    const rows = [...place.querySelectorAll('tbody tr')].map(({ textContent }) => textContent);
    expect(rows).toContain('UrządUrząd Gminy Gostyninpodstawowy');
    expect(rows).toContain(
      `Przypomnienia${baseProfile().reminders.length}podstawowy: ${baseProfile().reminders.length}`,
    );
    expect(rows).toContain('Referatbrak');
  });
});

describe('Reminders that have stopped matching', () => {
  it('are told with whom to turn to; what is copied holds an id and a day, and no count of work', async () => {
    show();
    expect(place.textContent).not.toContain('przestały pasować');
    const onCopy = vi.fn();
    const aged = { reminderId: 'referat.ulga', since: 20_746, days: 38, system: 'ezd-rp', used: 27 };
    show({ aged: { ...props.aged, onCopy, reminders: [{ aged, text: 'Powiedz o uldze.' }] } });
    expect(place.querySelector('.aged')?.textContent).toContain(
      'Powiedz o uldze.Nie pasował od 38 dni, choć EZD RP był używany w 27 dniach',
    );
    expect(place.querySelector('.aged')?.textContent).toContain('zwykle kierownikowi referatu');
    await click('Skopiuj dla kierownika');
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(
      'Przypomnienia, które przestały pasować\nreferat.ulga: nie pasuje od 2026-10-20',
    );
  });
});

describe('A file that was chosen', () => {
  it('is shown with all that it would change, and changes nothing yet', async () => {
    show();
    await choose(office);
    expect(preview()).toContain('Podgląd: Urząd Gminy Przykładowo');
    expect(preview()).toContain('Jeszcze nic się nie zmieniło.');
    expect(preview()).toContain('Nazwa urzędubyło: Urząd Gminy Gostyninbędzie: Urząd Gminy Przykładowo');
    expect(preview()).toContain('pon. 08:00–17:00, wt.–czw. 08:00–16:00, pt. 08:00–15:00');
    expect(preview()).toContain('Dochodzi (15)');
    expect(document.activeElement?.textContent).toBe('Podgląd: Urząd Gminy Przykładowo');
    expect(props.onTake).not.toHaveBeenCalled();
  });

  it('tells a changed condition as a sentence, not as it stands in the file', async () => {
    show({ kept: [kept('office', office)] });
    const { reminders, ...rest } = JSON.parse(office);
    const narrower = reminders.map((one: { id: string }) =>
      one.id === 'przykladowo.wlasna-sprawa'
        ? { ...one, when: { all: [{ system: ['umowy', 'dokus'] }, { not: { caseSign: { jrwa: '00' } } }] } }
        : one,
    );
    const systems = [
      { id: 'umowy', name: 'Rejestr umów', signals: [{ in: 'title', text: 'Rejestr umów' }], views: [] },
    ];
    await choose(JSON.stringify({ ...rest, seq: 4, systems, reminders: narrower }));
    expect(preview()).toContain('było: Pokaż, gdy widok to sprawa.');
    expect(preview()).toContain(
      'będzie: Pokaż, gdy system to Rejestr umów lub DOKUS i znak nie zaczyna się od 00.',
    );
  });

  it('shows the first of a long list, and the rest when asked', async () => {
    show();
    await choose(office);
    expect(preview()).not.toContain('Adam Szablonowy');
    await click('jeszcze 10');
    expect(preview()).toContain('Adam Szablonowy');
    expect(button('pokaż mniej').getAttribute('aria-expanded')).toBe('true');
  });

  it('is taken to the letter into the layer that its content names, and the focus returns', async () => {
    const source = `\uFEFF${office}`;
    show();
    await choose(source, 'urzad.json');
    await click('Przyjmij');
    expect(props.onTake).toHaveBeenCalledExactlyOnceWith('office', source, 'urzad.json');
    expect(place.querySelector('.preview-file')).toBeNull();
    expect(document.activeElement).toBe(button('Wczytaj z pliku'));
  });

  it('of a referat goes to the referat, unless the person says otherwise', async () => {
    show();
    await choose(changed({ id: 'fn', referat: { name: 'Referat Finansowy' } }));
    expect(preview()).toContain('Plik wymienia referat.');
    const [whole, one] = [...place.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(one?.checked).toBe(true);
    act(() => whole?.click());
    await click('Przyjmij');
    expect(props.onTake).toHaveBeenCalledWith('office', expect.any(String), 'profil.json');
  });

  it('stays in sight where it could not be taken', async () => {
    show({ onTake: vi.fn(async () => false) });
    await choose(office);
    await click('Przyjmij');
    expect(place.querySelector('.preview-file')).toBeTruthy();
  });

  it('is put away with „Nie”', async () => {
    show();
    await choose(office);
    await click('Nie');
    expect(place.querySelector('.preview-file')).toBeNull();
    expect(document.activeElement).toBe(button('Wczytaj z pliku'));
    expect(props.onTake).not.toHaveBeenCalled();
  });

  it('tells of another issue only what differs from the one that stands', async () => {
    show({ kept: [kept('office', office)] });
    await choose(changed({ seq: 4, callbacks: { promptly: 45 } }));
    expect(preview()).toContain('„Niezwłocznie”, w minutach pracybyło: 90będzie: 45');
    expect(preview()).toContain('Godziny pracy');
    expect(preview()).not.toContain('Spis osób');
  });

  it('that says what stands already is said to change nothing', async () => {
    show({ kept: [kept('office', office)] });
    await choose(office);
    expect(preview()).toContain('Ten profil niczego nie zmieni.');
  });

  it('can be dropped anywhere on the section', async () => {
    show();
    const event = await dropFile(place.querySelector('h2') as Element, office);
    expect(event.defaultPrevented).toBe(true);
    expect(preview()).toContain('plik upuszczony.json');
  });
});

describe('A file that cannot be taken', () => {
  it('is told with the place and the cure of each mistake, and cannot be accepted', async () => {
    show();
    await choose(changed({ budget: { perDay: 99 }, introdukcja: 'x' }));
    expect(preview()).toContain('Tego pliku nie można przyjąć: profil.json');
    expect(preview()).toContain('budget.perDay');
    expect(preview()).toContain('Wpisz najwyżej 50.');
    expect(named('Przyjmij')).toBeUndefined();
    await click('Zamknij podgląd');
    expect(place.querySelector('.preview-file')).toBeNull();
  });

  it('with many mistakes shows twenty, and the rest when asked', async () => {
    show();
    await choose(changed({ locked: Array.from({ length: 30 }, () => '?') }));
    expect(place.querySelectorAll('.errors li')).toHaveLength(20);
    await click('jeszcze 10');
    expect(place.querySelectorAll('.errors li')).toHaveLength(30);
  });

  it('is told in a sentence where it is no text at all', async () => {
    show();
    await choose(new Uint8Array([0xff, 0xfe, 0x00]), 'zdjecie.png');
    expect(preview()).toContain('cały plik');
    expect(preview()).toContain('UTF-8');
  });

  it('because it is older says so, and offers no taking', async () => {
    show({ kept: [kept('office', office)] });
    await choose(changed({ seq: 2 }));
    expect(place.querySelector('[role=alert]')?.textContent).toContain(
      'Masz nowsze wydanie tego profilu: 3. W pliku jest 2',
    );
    expect(named('Przyjmij')).toBeUndefined();
    expect(named('Nie')).toBeUndefined();
  });
});

describe('A profile that was taken', () => {
  it('is shown with its name, issue, date and file, and can be removed', async () => {
    show({ kept: [kept('office', office)] });
    expect(place.textContent).toContain('Urząd Gminy Przykładowo, wydanie 3');
    expect(place.textContent).toMatch(/Wczytano 24 listopada 2026.* z pliku office\.json\./);
    await click('Usuń ten profil: Profil urzędu');
    expect(props.onDrop).toHaveBeenCalledExactlyOnceWith('office');
  });

  it('is given back to the letter of its file', async () => {
    const source = `\uFEFF${office}\r\n`;
    const saved: Blob[] = [];
    const links: string[] = [];
    vi.stubGlobal('URL', {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: vi.fn(),
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(this.download);
    });
    show({ kept: [kept('office', source)] });
    await click('Zapisz do pliku: Profil urzędu');
    expect(links).toEqual(['office.json']);
    const bytes = await new Promise<number[]>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve([...new Uint8Array(reader.result as ArrayBuffer)]);
      reader.readAsArrayBuffer(saved[0] as Blob);
    });
    expect(bytes).toEqual([...new TextEncoder().encode(source)]);
  });

  it('that no longer reads is said to be set aside, and can still be saved and removed', () => {
    show({ kept: [{ ...kept('office', office), read: null }] });
    expect(place.textContent).toContain('Tej wersji Obok nie umie odczytać, więc ją odłożył.');
    expect(button('Zapisz do pliku: Profil urzędu')).toBeTruthy();
    expect(button('Usuń ten profil: Profil urzędu')).toBeTruthy();
  });
});

describe('A signature', () => {
  const type = async (name: string, value: string) => {
    const input = place.querySelector<HTMLInputElement>(name);
    if (!input) throw new Error(`No ${name}.`);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    await act(async () => void input.dispatchEvent(new Event('input', { bubbles: true })));
  };
  /** Names of keys come in their own time. */
  const untilSaid = async (words: string) => {
    for (let tries = 0; tries < 200 && !place.textContent?.includes(words); tries += 1)
      await act(() => new Promise((passed) => setTimeout(passed, 10)));
    expect(place.textContent).toContain(words);
  };

  it('is told of, and the file is handed on word for word, its signature included', async () => {
    const { key } = await makeKey('hasło');
    const file = sealSigned(office, await signProfile(office, key));
    show();
    await choose(file);
    await untilSaid('Podpisany kluczem');
    await click('Przyjmij');
    expect(props.onTake).toHaveBeenCalledWith('office', file, 'profil.json');
  });

  it('that does not hold is told as what it is, and nothing can be taken', async () => {
    const { key } = await makeKey('hasło');
    const file = sealSigned(office, await signProfile(office, key)).replace('Przykładowo', 'Przykładowe');
    show();
    await choose(file);
    expect(preview()).toContain('ktoś zmienił ten profil po podpisaniu');
    expect(named('Przyjmij')).toBeUndefined();
    await click('Zamknij podgląd');
    await choose(file.slice(0, -40));
    expect(preview()).toContain('niecały plik podpisanego profilu');
  });

  it('of another key than before is told aloud, and so is none', async () => {
    const [first, second] = [await makeKey('a'), await makeKey('b')];
    const signature = await signProfile(office, first.key);
    show({ kept: [{ ...kept('office', office), signature }] });
    await choose(sealSigned(office, await signProfile(office, second.key)));
    await untilSaid('Dotychczasowy był podpisany kluczem');
    await click('Nie');
    await choose(office);
    await untilSaid('Niepodpisany.');
    await untilSaid('Dotychczasowy był podpisany kluczem');
    await click('Nie');
    await choose(sealSigned(office, signature));
    await untilSaid('Podpisany kluczem');
    expect(preview()).not.toContain('Dotychczasowy');
  });

  it('is asked for where the administrator names keys', async () => {
    const [own, other] = [await makeKey('a'), await makeKey('b')];
    show({
      policy: {
        ...props.policy,
        policy: { ...noPolicy, signingKeys: [own.key.publicKey] },
        readAt: props.now,
      },
    });
    for (const file of [office, sealSigned(office, await signProfile(office, other.key))]) {
      await choose(file);
      expect(preview()).toContain('Administrator pozwala przyjmować tylko profile podpisane');
      expect(named('Przyjmij')).toBeUndefined();
      await click('Nie');
    }
    await choose(sealSigned(office, await signProfile(office, own.key)));
    expect(named('Przyjmij')).toBeDefined();
  });

  it('does not help a profile whose time to be taken is over, nor one in the administrator’s place', async () => {
    show();
    await choose(changed({ validUntil: '2026-11-23' }));
    expect(preview()).toContain('można było przyjąć do 2026-11-23');
    expect(named('Przyjmij')).toBeUndefined();
    await click('Nie');
    await choose(changed({ validUntil: '2026-11-24' }));
    expect(named('Przyjmij')).toBeDefined();
    await click('Nie');
    show({ policy: { ...props.policy, policy: { ...noPolicy, officeProfile: office }, readAt: props.now } });
    await choose(office);
    expect(preview()).toContain('ustala administrator');
    expect(named('Przyjmij')).toBeUndefined();
  });

  it('and the end of a profile’s time are told of what is in force', async () => {
    const { key } = await makeKey('hasło');
    const signature = await signProfile(office, key);
    const standing = (validUntil: string) => ({ ...kept('office', changed({ validUntil })), signature });
    show({ kept: [standing('2026-12-25')] });
    await untilSaid('Podpisany kluczem');
    expect(place.textContent).toContain('jeszcze przez 31 dni');
    show({ kept: [standing('2026-12-26')] });
    expect(place.textContent).not.toContain('Nowe osoby');
    show({ kept: [standing('2026-11-23')] });
    expect(place.textContent).toContain('U Ciebie działa dalej');
  });

  it('The address of a profile must be whole and safe, and what came of it is told', async () => {
    show();
    const address = '.profile-address input';
    for (const bad of ['intranet', 'http://intranet.gmina.pl/obok.json', 'ftp://x.pl/a']) {
      await type(address, bad);
      await click('Pobieraj stąd');
      expect(place.textContent).toContain('Wpisz cały adres, który zaczyna się od https://');
    }
    await type(address, ' https://intranet.gmina.pl/obok.json ');
    await click('Pobieraj stąd');
    expect(props.onAddress).toHaveBeenCalledExactlyOnceWith('https://intranet.gmina.pl/obok.json');
    const state = {
      ...freshAddress('https://intranet.gmina.pl/obok.json', false),
      triedAt: 1_764_000_000_000,
    };
    for (const [problem, words] of [
      [{ kind: 'fetch', fetch: { is: 'status', status: 404 } }, 'HTTP 404'],
      [{ kind: 'fetch', fetch: { is: 'unreachable' } }, 'Serwer nie odpowiada'],
      [{ kind: 'fetch', fetch: { is: 'slow' } }, '20 sekund'],
      [{ kind: 'fetch', fetch: { is: 'too-big' } }, 'za duży'],
      [{ kind: 'fetch', fetch: { is: 'not-text' } }, 'nie ma pliku tekstowego'],
      [{ kind: 'refused', why: { reason: 'lower-seq', standing: 9 } }, 'nowsze wydanie tego profilu: 9'],
      [{ kind: 'refused', why: { reason: 'forged' } }, 'zmienił ten profil po podpisaniu'],
      [{ kind: 'refused', why: { reason: 'bad', errors: [{ path: 'seq', message: 'Źle.' }] } }, 'seq: Źle.'],
    ] as const) {
      show({ address: { ...state, failures: 1, problem } });
      expect(place.querySelector('.profile-address [role=alert]')?.textContent).toContain(words);
    }
    show({ address: { ...state, failures: 1, problem: { kind: 'fetch', fetch: { is: 'permission' } } } });
    await click('Pozwól na ten adres');
    expect(props.onAddress).toHaveBeenCalledTimes(2);
    show({ address: { ...state, isManaged: true } });
    expect(named('Przestań pobierać')).toBeUndefined();
  });

  it('What the administrator gave is told, and what of it could not be done', async () => {
    const { key } = await makeKey('hasło');
    show({
      policy: {
        policy: {
          ...noPolicy,
          profileUrl: 'https://intranet.gmina.pl/obok.json',
          signingKeys: [key.publicKey],
          enforced: { office: 'Urząd Gminy Gostynin' },
        },
        faults: [{ path: 'signingKeys[1]', is: 'bad-key' }],
        notTaken: { office: { reason: 'expired', day: '2026-01-31' } },
        readAt: props.now,
      },
    });
    await untilSaid('tylko profile podpisane kluczem');
    const told = place.querySelector('.policy')?.textContent;
    expect(told).toContain('Narzucone: urząd – Urząd Gminy Gostynin');
    expect(told).toContain('signingKeys[1]To nie jest klucz publiczny');
    expect(told).toContain('officeProfileTen profil można było przyjąć do 2026-01-31');
    await click('Sprawdź teraz');
    expect(props.onLookAtPolicy).toHaveBeenCalledOnce();
  });
});
