import { type Callback, isSettled } from './callback';
import { isDue } from './group-due';

/** Which promises a list shows. `waiting`: all that are not settled. `open`: nobody has rung yet. */
export const shownStates = [
  'waiting',
  'overdue',
  'open',
  'attempted',
  'settled',
  'kept',
  'handed-over',
] as const;
/** Who is to call: anybody, the clerk, a colleague. */
export const shownCallers = ['all', 'mine', 'colleague'] as const;
/** `due`: in groups by when to call. `name`: as in a directory. `noted`: the latest promise first. */
export const listOrders = ['due', 'name', 'noted'] as const;

/** What of the promises a list shows, and in which order. */
export interface ListView {
  state: (typeof shownStates)[number];
  caller: (typeof shownCallers)[number];
  order: (typeof listOrders)[number];
}

export const usualView: ListView = { state: 'waiting', caller: 'all', order: 'due' };

/** The promises that a view shows, in its order; those by `due` are put in order by `groupDue`. */
export function arrange(callbacks: readonly Callback[], view: ListView, now: Date): Callback[] {
  const shown = callbacks.filter(
    (callback) => isOfState(callback, view.state, now) && isOfCaller(callback, view.caller),
  );
  switch (view.order) {
    case 'due':
      return shown;
    case 'noted':
      return shown.sort((a, b) => b.promisedAt - a.promisedAt);
    case 'name':
      return byName(shown);
  }
}

function isOfState(callback: Callback, state: ListView['state'], now: Date): boolean {
  switch (state) {
    case 'waiting':
      return !isSettled(callback);
    case 'overdue':
      return isDue(callback, now);
    case 'attempted':
      // A wrong number was rung, too.
      return callback.state === 'attempted' || callback.state === 'broken';
    case 'settled':
      return isSettled(callback);
    default:
      return callback.state === state;
  }
}

/** Whom a settled promise was handed over to is not whom it was for. */
function isOfCaller({ colleague }: Callback, caller: ListView['caller']): boolean {
  return caller === 'all' || (colleague === undefined) === (caller === 'mine');
}

/** Polish letters after their plain ones: „Lis” before „Łąk”. Above each key there is room for all ASCII letters. */
const marked: Record<string, string> = {
  ą: 'a{',
  ć: 'c{',
  ę: 'e{',
  ł: 'l{',
  ń: 'n{',
  ó: 'o{',
  ś: 's{',
  ź: 'z{',
  ż: 'z|',
};

/** By key rather than by `localeCompare`, which takes seconds over very many. Those without a name come last. */
function byName(callbacks: Callback[]): Callback[] {
  const keyed = callbacks.map((callback) => ({
    callback,
    key:
      callback.name === undefined
        ? '~'
        : callback.name.toLowerCase().replace(/[ąćęłńóśźż]/g, (letter) => marked[letter] ?? letter),
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.callback.due - b.callback.due));
  return keyed.map(({ callback }) => callback);
}
