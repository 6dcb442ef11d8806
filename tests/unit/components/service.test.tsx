// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Serving, WaitingCalls, waitingCalls } from '@/components/service';
import { dueFor, promiseToInterrupted } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';

const now = new Date('2026-11-24T12:04:00+01:00');
const rules = { promptly: 120, hours: { 2: [['08:00', '16:00']] } } as const;
const call: Encounter = {
  id: 'rozmowa',
  channel: 'phone-in',
  moment: 'listening',
  startedAt: now.getTime() - 60_000,
  setAsideAt: now.getTime(),
};
const promised = promiseToInterrupted(rules, { id: 'p', encounterId: 'rozmowa', caseSign: null, now });

let root: Root;
let place: HTMLElement;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const click = (name: string) =>
  act(() => {
    const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
    found.click();
  });

describe('A call that waits', () => {
  const show = (isServing: boolean, callbacks = [promised], maskPhones = false) => {
    const told = { onDetails: vi.fn(), onTakeUp: vi.fn(), onDrop: vi.fn() };
    act(() =>
      root.render(
        <WaitingCalls
          calls={waitingCalls([call], callbacks)}
          isServing={isServing}
          now={now}
          maskPhones={maskPhones}
          times={[15, 60].map((minutes) => dueFor(rules, now, minutes))}
          {...told}
        />,
      ),
    );
    return told;
  };

  it('has the apology to say while the receiver is still in the hand, with the time that was promised', () => {
    show(true);
    expect(place.querySelector('.say')?.textContent).toContain(
      '„Przepraszam, podszedł do mnie klient. Oddzwonię do Pani/Pana dziś około 14:05.”',
    );
    expect([...place.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'dziś około 14:05',
      'dziś około 12:20',
      'dziś około 13:05',
    ]);
  });

  it('takes number, name and another time as the clerk leaves each field', () => {
    const { onDetails } = show(true);
    const number = place.querySelector<HTMLInputElement>('input[type=tel]');
    if (!number) throw new Error('No field for the number.');
    act(() => {
      number.focus();
      number.value = ' 600 123 456 ';
      number.blur();
    });
    expect(onDetails).toHaveBeenCalledExactlyOnceWith(promised, { phone: '600 123 456' });
  });

  it('is one line once the client at the desk matters, and opens again', () => {
    show(true);
    click('Rozmowa czeka od 12:04');
    expect(place.querySelector('.say')).toBeNull();
    expect(place.querySelector('.waiting-line')?.textContent).toBe(
      'Rozmowa czeka od 12:04, dziś około 14:05',
    );
    click('Rozmowa czeka od 12:04, dziś około 14:05');
    expect(place.querySelector('.say')).not.toBeNull();
  });

  it('is offered once the client at the desk has gone', () => {
    const { onTakeUp, onDrop } = show(false);
    expect(place.textContent).toContain('Wróć do rozmowy przerwanej o 12:04');
    expect(place.querySelector('input')).toBeNull();
    click('Oddzwoń teraz');
    expect(onTakeUp).toHaveBeenCalledOnce();
    click('Zakończ bez powrotu');
    expect(onDrop).toHaveBeenCalledOnce();
  });

  it('keeps the number of its client covered where the profile says so, until it is asked for', () => {
    show(false, [{ ...promised, phone: '+48600123456' }], true);
    expect(place.textContent).toContain('••• ••• 456');
    const uncover = place.querySelector<HTMLElement>('[aria-pressed]');
    act(() => uncover?.focus());
    act(() => uncover?.click());
    expect(place.textContent).toContain('600 123 456');
    act(() => uncover?.blur());
    expect(place.textContent).not.toContain('600 123 456');
  });

  it('whose promise was kept otherwise is still a call to go back to', () => {
    show(false, [{ ...promised, state: 'kept' }]);
    expect(place.textContent).not.toContain('obiecane');
    click('Wróć do rozmowy');
  });

  it('none waits, nothing is shown', () => {
    act(() =>
      root.render(
        <WaitingCalls
          calls={[]}
          isServing={false}
          now={now}
          maskPhones={false}
          times={[]}
          onDetails={vi.fn()}
          onTakeUp={vi.fn()}
          onDrop={vi.fn()}
        />,
      ),
    );
    expect(place.innerHTML).toBe('');
  });
});

describe('While a client is served', () => {
  const show = (encounter: Encounter, more: Partial<Parameters<typeof Serving>[0]> = {}) => {
    const told = { onClientAtDesk: vi.fn(), onNoAnswer: vi.fn(), onWait: vi.fn() };
    act(() =>
      root.render(<Serving encounter={encounter} signs={[]} isCallingBack={false} {...told} {...more} />),
    );
    return told;
  };
  const { setAsideAt: _, ...onLine } = call;

  it('on the phone a client may come to the desk; at the desk there is no such button', () => {
    const { onClientAtDesk } = show(onLine);
    click('Klient przy biurku');
    expect(onClientAtDesk).toHaveBeenCalledOnce();
    show({ ...onLine, channel: 'desk' });
    expect(place.textContent).not.toContain('Klient przy biurku');
  });

  it('the clerk who must finish first says how long, and time is kept', () => {
    vi.useFakeTimers({ now });
    const { onWait } = show(onLine);
    click('Muszę dokończyć');
    click('10 minut');
    expect(onWait).toHaveBeenCalledExactlyOnceWith(10);
    show({ ...onLine, waiting: { since: now.getTime(), minutes: 10 } });
    expect(place.textContent).toContain('Proszę poczekać około 10 minut.');
    expect(place.textContent).toContain('Zostało 10 minut.');
    act(() => void vi.advanceTimersByTime(8 * 60_000));
    expect(place.textContent).toContain('Zostały 2 minuty.');
    act(() => void vi.advanceTimersByTime(2 * 60_000));
    expect(place.textContent).toContain('Czas minął.');
  });

  it('the cases met are named, the first three of many', () => {
    show(onLine, { signs: ['FN.3120.1.2026', 'FN.3120.2.2026', 'FN.3120.3.2026', 'FN.3120.4.2026'] });
    expect(place.textContent).toContain('Sprawy (4): FN.3120.1.2026, FN.3120.2.2026, FN.3120.3.2026 …');
    show(onLine, { signs: ['FN.3120.1.2026'] });
    expect(place.textContent).toContain('Sprawa: FN.3120.1.2026');
  });

  it('one who does not pick up is noted', () => {
    const { onNoAnswer } = show(onLine, { isCallingBack: true });
    click('Nie odbiera');
    expect(onNoAnswer).toHaveBeenCalledOnce();
  });
});
