import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { channels, moments, type Provision, provisionById, provisions } from '@/lib/standard';

const source = readFileSync('tests/fixtures/standard-obslugi-klienta.txt', 'utf8');

/** The text without what the scan put around it: tags, list dashes, table tabs and rules, breaks of line and page. */
function bare(text: string): string {
  return (
    text
      // A list's dash opens a line, or follows an opening tag or the comma of the item before.
      .replace(/<(?:ol|ul|li|p)\b[^>]*>|<\/(?:ol|ul|li|p)>/gu, '\n')
      .replace(/<\/?(?:i|em|b|strong)>/gu, '')
      .replace(/(?<=[,;.])(?=\d{1,2}\. )/gu, '\n')
      .replace(/(?<=[,;.])(?=[-–] )/gu, '\n')
      .replace(/^\s*[-–]+(?:\s+[-–]*|$)/gmu, '')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** The provision as the scan has it. */
function asScanned({ id, section, text, mended = [] }: Provision): { section: string; text: string } {
  return mended.reduce(
    (scanned, mend) => {
      const inText = scanned.text.split(mend.text).length - 1;
      const inSection = scanned.section.split(mend.text).length - 1;
      expect(inText + inSection, `${id}: „${mend.text}”`).toBe(1);
      return {
        section: scanned.section.replace(mend.text, mend.source),
        text: scanned.text.replace(mend.text, mend.source),
      };
    },
    { section, text },
  );
}

const counted = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}.${index + 1}`);

describe("the office's standard as data", () => {
  it('holds exactly the 94 numbered duties of both texts, in their order', () => {
    expect(provisions.map(({ id }) => id)).toEqual([
      ...counted('sok.wyglad-pracownikow', 3),
      ...counted('sok.oznaczenie-pomieszczen', 1),
      ...counted('sok.stanowisko-pracy', 4),
      ...counted('sok.pierwszenstwo-obslugi', 2),
      ...counted('sok.zauwazenie-klienta', 3),
      ...counted('sok.powitanie', 3),
      ...counted('sok.koncentracja-na-kliencie', 13),
      ...counted('sok.jezyk', 4),
      ...counted('sok.telefon-do-klienta', 4),
      ...counted('sok.odbieranie-telefonu', 3),
      ...counted('sok.przelaczanie-rozmow', 5),
      ...counted('sok.zakonczenie-obslugi', 3),
      ...[2, 3, 1, 10, 9, 5, 5, 5, 6].flatMap((count, index) => counted(`ke.${index + 1}`, count)),
    ]);
    expect(provisions).toHaveLength(94);
  });

  it('says each duty as the source says it, but for the scan errors it names', () => {
    const scan = bare(source);
    for (const provision of provisions) {
      const scanned = asScanned(provision);
      expect(scan, provision.id).toContain(bare(scanned.text));
      expect(scan, provision.id).toContain(scanned.section);
    }
  });

  it('leaves nothing of the two annexes out but headings, the introduction and signatures', () => {
    let rest = bare(source.slice(source.indexOf('KODEKS ETYKI PRACOWNIKÓW')));
    for (const provision of provisions) {
      const { text } = asScanned(provision);
      const before = rest.length;
      rest = rest.replace(bare(text), '');
      expect(rest.length, provision.id).toBeLessThan(before);
    }
    for (const heading of new Set(provisions.map((provision) => asScanned(provision).section))) {
      rest = rest.replace(heading, '');
    }
    const introduction = bare(
      source.slice(
        source.indexOf('WPROWADZENIE'),
        source.indexOf('STANDARD OBSŁUGI', source.indexOf('WPROWADZENIE')),
      ),
    );
    expect(rest).toContain(introduction);
    const left = rest
      .replace(introduction, '')
      .replaceAll(/STANDARD OBSŁUGI KLIENTA URZĘDU GMINY GOSTY\p{L}+/gu, '')
      .replaceAll(/\b\d{1,2}\. /gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    expect(left).toMatchInlineSnapshot(
      `"KODEKS ETYKI PRACOWNIKÓW URZĘDU GMINY GOSTYNIN Dział I Postanowienia ogólne Dział II Zasady etyczne Wójt Gminy Gostynin Edmund Zieliński A handwritten signature in blue ink, consisting of a large, stylized initial 'E' followed by a vertical line extending downwards. ZASADY OGÓLNE Pracownik w każdej sytuacji reprezentuje Gminę Gostynin. Jakość jego pracy przekłada się na postrzeganie jakości pracy całej organizacji, a jego wygląd i wygląd jego miejsca pracy na wizerunek Urzędu Gminy Gostynin. Pracownik: ZASADY OGÓLNE Pracownik: PROCES OBSŁUGI Pracownik: Pracownik: PROCES OBSŁUGI Pracownik: PROCES OBSŁUGI Pracownik: Pracownik: PROCES OBSŁUGI Pracownik: Pracownik: PROCES OBSŁUGI Pracownik: GŁÓWNY CEL OBSŁUGI KLIENTA TO SKONCENTROWANIE SIĘ NA ISTOCIE SPRAWY I JEJ ROZWIĄZANIU."`,
    );
  });

  it('gives every duty a citation of its own and a number within its section', () => {
    expect(new Set(provisions.map(({ citation }) => citation)).size).toBe(94);
    for (const { id, number, citation } of provisions) {
      expect(id.endsWith(`.${number}`), id).toBe(true);
      expect(citation, id).toMatch(
        /^(Standard Obsługi Klienta, [^,]+(, pkt \d+)?|Kodeks etyki, § \d( ust\. \d+)?)$/u,
      );
    }
    expect(provisionById('sok.telefon-do-klienta.1')?.citation).toBe(
      'Standard Obsługi Klienta, telefon do Klienta, pkt 1',
    );
    expect(provisionById('ke.7.2')?.citation).toBe('Kodeks etyki, § 7 ust. 2');
    expect(provisionById('ke.3.1')?.citation).toBe('Kodeks etyki, § 3');
  });

  it('knows the moment and the channels of every duty of service', () => {
    for (const { id, moment, channels: on = [] } of provisions.filter(({ id }) => id.startsWith('sok.'))) {
      expect(moments, id).toContain(moment);
      expect(on.length, id).toBeGreaterThan(0);
      for (const channel of on) expect(channels, id).toContain(channel);
    }
  });

  it('marks each mended scan error with a reason', () => {
    const mended = provisions.flatMap(({ mended = [] }) => mended);
    expect(mended.length).toBeGreaterThan(0);
    for (const { source: scanned, text, reason } of mended) {
      expect(scanned).not.toBe(text);
      expect(reason).toMatch(/\.$/u);
    }
  });

  it('answers nothing for an id that the standard does not have', () => {
    expect(provisionById('ke.99.1')).toBeUndefined();
  });
});
