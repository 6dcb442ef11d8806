// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackupSection, RestoreSection } from '@/components/backup';
import { type Backup, type BackupTimes, makeBackup, planRestore } from '@/lib/backup';
import { fullDesk } from '../backup/kept';
import { promise, tuesday } from '../callbacks/promises';

const password = 'cztery słowa';
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
let root: Root;
let place: HTMLElement;
let saved: string[];

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  saved = [];
  URL.createObjectURL = () => 'blob:1';
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const click = (name: string) =>
  act(async () => {
    const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
    found.click();
  });
const type = (index: number, text: string) =>
  act(async () => {
    const input = place.querySelectorAll<HTMLInputElement>('.field input')[index];
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
/** What is computed outside of React comes between two looks. */
const told = (text: string) =>
  vi.waitFor(
    async () => {
      await act(async () => {});
      expect(place.textContent).toContain(text);
    },
    { timeout: 20_000 },
  );

describe('Making a copy', { timeout: 60_000 }, () => {
  const onMade = vi.fn(async () => {});
  const onPutOff = vi.fn();
  const onOffer = vi.fn();
  const show = (times: BackupTimes, onRead = async () => fullDesk()) =>
    act(() =>
      root.render(
        <BackupSection
          times={times}
          callbacks={2}
          now={() => tuesday}
          onRead={onRead}
          onMade={onMade}
          onPutOff={onPutOff}
          onOffer={onOffer}
        />,
      ),
    );

  it('is offered after a week, and the offer can be put off', async () => {
    show({ madeAt: tuesday.getTime() - 60_000 });
    expect(place.textContent).toContain('Ostatnia kopia: dziś 09:59');
    expect(place.querySelector('.backup-offer')).toBeNull();
    show({});
    expect(place.textContent).toContain('Nie ma jeszcze kopii.');
    await click('Nie teraz, za tydzień');
    expect(onPutOff).toHaveBeenCalledOnce();
    show({ isDeclined: true });
    expect(place.textContent).not.toContain('Nie ma jeszcze kopii.');
    await click('Proponuj co tydzień');
    expect(onOffer).toHaveBeenCalledOnce();
  });

  it('asks for a password twice, shows it on demand, and tells what is wrong', async () => {
    show({});
    await click('Zrób kopię');
    await type(0, 'krótkie');
    await click('Zapisz kopię');
    await told('To hasło jest za krótkie. Wpisz co najmniej 10 znaków.');
    await type(0, password);
    await type(1, 'cztery slowa');
    await click('Zapisz kopię');
    await told('W drugim polu jest inne hasło.');
    expect(saved).toEqual([]);
    expect(place.querySelector<HTMLInputElement>('.field input')?.type).toBe('password');
    await act(async () => place.querySelector<HTMLInputElement>('.check input')?.click());
    expect(place.querySelector<HTMLInputElement>('.field input')?.type).toBe('text');
    await type(1, password);
    await click('Zapisz kopię');
    await told('Zapisano plik obok-kopia-2026-11-24.obok.');
    expect(saved).toEqual(['obok-kopia-2026-11-24.obok']);
    expect(onMade).toHaveBeenCalledWith(tuesday);
  });

  it('tells where the store cannot be read', async () => {
    show({}, () => Promise.reject(new Error('gone')));
    await click('Zrób kopię');
    await type(0, password);
    await type(1, password);
    await click('Zapisz kopię');
    await told('Nie udało się zapisać kopii. Dane są na miejscu.');
  });
});

describe('Restoring from a copy', { timeout: 60_000 }, () => {
  const onUndo = vi.fn();
  const show = (
    onRestore: (copy: Backup, takesDoubtful: boolean) => Promise<boolean>,
    isRestored = false,
    daysLater = 0,
  ) =>
    act(() =>
      root.render(
        <RestoreSection
          now={() => tuesday}
          onPlan={async (copy, takesDoubtful) =>
            planRestore(
              copy.kept,
              { callbacks: [promise({ id: 'a', note: 'tutaj' })], encounters: [], history: [], singles: {} },
              { callbacks: daysLater === 0 ? 0 : tuesday.getTime() + 1, encounters: 0, history: 0 },
              {
                madeAt: copy.madeAt,
                now: new Date(tuesday.getTime() + daysLater * 86_400_000),
                takesDoubtful,
                marks: new Map(),
              },
            )
          }
          onRestore={onRestore}
          onUndo={isRestored ? onUndo : undefined}
        />,
      ),
    );
  const choose = (bytes: Uint8Array<ArrayBuffer>) =>
    act(async () => {
      const input = place.querySelector<HTMLInputElement>('input[type=file]');
      const file = { name: 'kopia.obok', size: bytes.length, arrayBuffer: async () => bytes.buffer };
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });

  it('tells of a wrong file and a wrong password, shows what would change, restores, and can be undone', async () => {
    const onRestore = vi.fn(async () => true);
    show(onRestore);
    await choose(new TextEncoder().encode('%PDF'));
    await told('To nie jest kopia z Oboka.');
    const copy = await makeBackup(fullDesk(), password, tuesday, random);
    await choose(copy ?? new Uint8Array());
    await told('Hasło do kopii');
    await click('Otwórz kopię');
    await told('Wpisz hasło.');
    await type(0, 'inne hasło tu');
    await click('Otwórz kopię');
    await told('To hasło nie pasuje do tej kopii.');
    await type(0, password);
    await click('Otwórz kopię');
    await told('Kopia z: dziś 10:00');
    expect(place.textContent).toContain('Oddzwonienianowe: 1 · inne, zostaje to, co tutaj: 1');
    expect(onRestore).not.toHaveBeenCalled();
    await click('Przywróć 14 wpisów');
    expect(onRestore).toHaveBeenCalledOnce();
    expect(place.textContent).not.toContain('kopia.obok');
    show(onRestore, true);
    await click('Cofnij przywrócenie');
    expect(onUndo).toHaveBeenCalledOnce();
  });

  it('leaves out of an old copy what may have been settled long ago, until it is asked for', async () => {
    const onRestore = vi.fn(async () => true);
    show(onRestore, false, 22);
    const waits = promise({ id: '00000000-0000-4000-8000-000000000001' });
    const copy = await makeBackup(
      { callbacks: [waits], encounters: [], history: [], singles: {} },
      password,
      tuesday,
      random,
    );
    await choose(copy ?? new Uint8Array());
    await told('Hasło do kopii');
    await type(0, password);
    await click('Otwórz kopię');
    await told('1 oddzwonienie było w kopii otwarte');
    expect(place.textContent).toContain('Od zrobienia kopii minęły 22 dni.');
    expect(place.textContent).not.toContain('Wszystko z tej kopii już tu jest');
    const box = place.querySelector<HTMLInputElement>('.backup-doubtful input');
    expect(box?.checked).toBe(false);
    await act(async () => box?.click());
    await told('może wrócić ktoś, kogo dane usunięto');
    await click('Przywróć 1 wpis');
    expect(onRestore).toHaveBeenCalledWith(expect.anything(), true);
  });
});
