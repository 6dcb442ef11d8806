import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Protocol, rules } from '@/lib/messaging';

/** The kinds that the background may be sent. */
export type Kind = Extract<keyof Protocol, `${string}→background: ${string}`>;

const address = 'https://ezd.example/sprawy';
const sign = { raw: 'FN.3123.11.2026', cell: 'FN', jrwa: '3123', number: 11, year: 2026 };

/** Each kind as its sender sends it, with every part that may be there. */
export const wellFormed: { [N in Kind]: Protocol[N]['data'][] } = {
  'page→background: hello': [{ document: 'd1', address }],
  'page→background: context': [
    {
      document: 'd1',
      context: {
        system: 'ezd-rp',
        view: 'case',
        caseSigns: [sign, { ...sign, raw: 'NK-N.4131.52.58.2019.MS2', subset: '52', initials: 'MS2' }],
        caseInHand: sign,
        fields: { 'Rodzaj sprawy': 'ulga' },
        terms: ['decyzja'],
        elements: ['#pismo'],
        address,
        evidence: ['nagłówek „Sprawa”'],
      },
    },
    {
      document: 'd1',
      context: {
        system: null,
        view: 'other',
        caseSigns: [],
        caseInHand: null,
        fields: {},
        terms: [],
        elements: [],
        address,
        evidence: [],
      },
    },
  ],
  'page→background: gone': [{ document: 'd1' }],
  'page→background: call': [null],
  'strip→background: ready': [null],
  'strip→background: answer': (
    ['done', 'later', 'not-today', 'not-here', 'closed', 'gone', 'start'] as const
  ).map((answer) => ({ turn: 3, reminderId: 'przedstaw-sie', answer })),
  'strip→background: calls-answer': (['show', 'later', 'closed', 'gone'] as const).map((answer) => ({
    turn: 3,
    answer,
  })),
  'terms→background: ready': [null],
  'terms→background: frame': [null],
  'panel→background: try-reminding': [null],
  'panel→background: underline': [{ tabId: 1, isOn: true }],
  'panel→background: changed': (['encounter', 'answer', 'settings', 'profile', 'callbacks'] as const).map(
    (what) => ({ what }),
  ),
  'panel→background: look-at-policy': [null],
  'panel→background: fetch-profile': [null],
};
export const kinds = Object.keys(wellFormed) as Kind[];
export const fromPages = kinds.filter((kind) => rules[kind].from === 'top-frame');

export interface Stamped {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number; windowId?: number } | undefined;
}

/** Senders as a browser stamps them. */
export const ownPage = (): Stamped => ({
  id: fakeBrowser.runtime.id,
  url: fakeBrowser.runtime.getURL('/sidepanel.html' as '/'),
  origin: fakeBrowser.runtime.getURL('/').slice(0, -1),
});
export const webPage = (): Stamped => ({
  id: fakeBrowser.runtime.id,
  url: address,
  origin: new URL(address).origin,
  frameId: 0,
  tab: { id: 7, windowId: 3 },
});
export const senderOf = (kind: Kind): Stamped => (rules[kind].from === 'own-page' ? ownPage() : webPage());

/** Lets a message in as the browser would. @returns what the listeners returned, those who kept silent left out */
export async function arrive(message: unknown, sender: Stamped): Promise<unknown[]> {
  const event = fakeBrowser.runtime.onMessage as unknown as {
    trigger(message: unknown, sender: object): Promise<unknown[]>;
  };
  return (await event.trigger(message, sender)).filter((answer) => answer !== undefined);
}
