import { fullProfile, leastProfile } from './full-profile';

export interface BadProfile {
  what: string;
  /** A file's text or bytes, or a value to be written as JSON. */
  source: unknown;
  /** Where the error has to be told. */
  path: string;
}

const reminder = { id: 'a', provisions: ['ke.7.2'], moment: 'greeting', text: 'Tekst' };
const system = { id: 's', name: 'S', signals: [], views: [] };
const entry = { id: 'p', person: 'Jan Przykładowy' };
const term = { id: 't', headword: 'termin', meaning: 'czas' };
const list = { id: 'l', name: 'Lista', items: [{ id: 'i', text: 'Punkt' }] };

const invisible = ['\u202E', '\u2066', '\u200B', '\uFEFF', '\u200E', '\u061C', '\u{E0041}', '\uD800'];

/** Every kind of mistake we could think of, by hand and by turning each value of a good profile into a wrong one. */
export function badProfiles(): BadProfile[] {
  return [...files(), ...handMade(), ...turned()];
}

function files(): BadProfile[] {
  const good = JSON.stringify(leastProfile);
  const broken: [string, unknown, string?][] = [
    ['an empty file', ''],
    ['blanks only', '  \n'],
    ['no JSON', 'profil'],
    ['cut in the middle', good.slice(0, -5)],
    ['something after the end', `${good} x`],
    ['a comma too many', good.replace('}', ',}')],
    ['a comment', `// profil\n${good}`],
    ['quotation marks of another kind', good.replaceAll('"', "'")],
    ['a number with a leading zero', good.replace(':0', ':00')],
    ['an unknown escape', good.replace('Naj', '\\x')],
    ['a line break in a text', good.replace('Naj', '\n')],
    ['two byte order marks', `\uFEFF\uFEFF${good}`],
    ['NaN', good.replace(':0', ':NaN')],
    ['a list', '[]'],
    ['a text', '"obok"'],
    ['a number', '1'],
    ['null', 'null'],
    ['true', 'true'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['UTF-16 bytes', new Uint8Array(Buffer.from(good, 'utf16le'))],
    ['a cut UTF-8 sequence', new TextEncoder().encode('"ż"').slice(0, 2)],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['too big a file', ' '.repeat(262_145)],
    ['too many values', `[${'0,'.repeat(20_001)}0]`],
    ['a key twice', good.replace('"seq"', '"id":"inny","seq"'), 'id'],
    ['a key twice, once escaped', good.replace('"seq"', '"\\u0069d":"inny","seq"'), 'id'],
    ['an own __proto__', good.replace('"seq"', '"__proto__":{},"seq"'), '__proto__'],
    ['an escaped __proto__', good.replace('"seq"', '"\\u005f_proto__":{},"seq"'), '__proto__'],
    ['a constructor', good.replace('"seq"', '"constructor":{},"seq"'), 'constructor'],
  ];
  return broken.map(([what, source, path = '']) => ({ what: `file: ${what}`, source, path }));
}

function handMade(): BadProfile[] {
  const bad: BadProfile[] = [];
  const add = (what: string, parts: object, path: string) =>
    bad.push({ what, source: { ...leastProfile, ...parts }, path });
  const withReminder = (what: string, parts: object, path: string) =>
    add(`reminder: ${what}`, { reminders: [{ ...reminder, ...parts }] }, `reminders[0].${path}`);
  const when = (what: string, condition: unknown, path = '') =>
    withReminder(`when: ${what}`, { when: condition }, `when${path}`);
  const withSignal = (what: string, signal: unknown, path = '') =>
    add(`signal: ${what}`, { systems: [{ ...system, signals: [signal] }] }, `systems[0].signals[0]${path}`);
  const hours = (what: string, intervals: unknown, path: string) =>
    add(`hours: ${what}`, { callbacks: { hours: { 1: intervals } } }, `callbacks.hours.1${path}`);

  for (const format of ['obok-profile/2', 'obok-profile', '', 1, null]) {
    add(`format ${JSON.stringify(format)}`, { format }, 'format');
  }
  for (const id of ['', ' ', '-a', '.a', 'a b', 'a/b', 'a'.repeat(81), 'a\u202Eb', '<b>', 7, null]) {
    add(`id ${JSON.stringify(id)}`, { id }, 'id');
  }
  for (const seq of [-1, 1.5, '1', null, true, 2 ** 60]) add(`seq ${JSON.stringify(seq)}`, { seq }, 'seq');
  for (const name of ['', '   ', 'a'.repeat(121), 'a\tb', 'a\u0000b', 3, [], {}]) {
    add(`name ${JSON.stringify(name).slice(0, 20)}`, { name }, 'name');
  }
  for (const character of invisible) {
    const code = character.codePointAt(0)?.toString(16);
    add(`invisible ${code} in a name`, { name: `Ob${character}ok` }, 'name');
    withReminder(`invisible ${code} in a text`, { text: `Ob${character}ok` }, 'text');
  }

  withReminder('text too long', { text: 'a'.repeat(121) }, 'text');
  withReminder('no provisions', { provisions: [] }, 'provisions');
  withReminder('too many provisions', { provisions: Array(21).fill('ke.7.2') }, 'provisions');
  withReminder('say too long', { say: 'a'.repeat(301) }, 'say');
  withReminder('say with an unknown field', { say: 'Mówi {kto}.' }, 'say');
  withReminder('say with an open brace', { say: 'Mówi {referat.' }, 'say');
  withReminder('say with a closing brace', { say: 'Mówi referat}.' }, 'say');
  withReminder('say with nested braces', { say: 'Mówi {{referat}}.' }, 'say');
  withReminder('say with an empty field', { say: 'Mówi {}.' }, 'say');
  withReminder('unknown moment', { moment: 'lunch' }, 'moment');
  withReminder('unknown channel', { channels: ['fax'] }, 'channels[0]');
  withReminder('no channel', { channels: [] }, 'channels');
  withReminder('channel not in a list', { channels: 'desk' }, 'channels');
  withReminder('unknown place', { where: 'popup' }, 'where');
  withReminder('priority 0', { priority: 0 }, 'priority');
  withReminder('priority 10', { priority: 10 }, 'priority');
  withReminder('unknown repeat', { cadence: { repeat: 'never' } }, 'cadence.repeat');
  withReminder('no times', { cadence: { atMost: { per: 'day' } } }, 'cadence.atMost.times');
  withReminder('times 0', { cadence: { atMost: { times: 0, per: 'day' } } }, 'cadence.atMost.times');
  withReminder('unknown span', { cadence: { atMost: { times: 1, per: 'year' } } }, 'cadence.atMost.per');
  withReminder('cool-down of eight days', { cadence: { coolDown: 11_520 } }, 'cadence.coolDown');
  withReminder('unknown field', { tekst: 'x' }, 'tekst');
  withReminder('a misspelt field', { chanels: ['desk'] }, 'chanels');
  withReminder('a script', { script: 'alert(1)' }, 'script');

  when('a text', 'case');
  when('a list', [{ view: 'case' }]);
  when('null', null);
  when('nothing', {});
  when('an expression', { js: 'true' }, '.js');
  when('a regular expression', { regex: '.*' }, '.regex');
  when('two at once', { view: 'case', channel: 'desk' });
  when('one and an unknown one', { view: 'case', regex: 'x' }, '.regex');
  when('unknown view', { view: 'dashboard' }, '.view');
  when('unknown view in a list', { view: ['case', 'dashboard'] }, '.view[1]');
  when('no view', { view: [] }, '.view');
  when('view a number', { view: 3 }, '.view');
  when('system with a bad id', { system: 'a b' }, '.system');
  when('address that is no address', { url: 'http://[' }, '.url');
  when('address without a scheme', { url: 'ezd/sprawy' }, '.url');
  when('address with an expression', { url: 'https://ezd.example/(\\d+)' }, '.url');
  when('address too long', { url: `https://${'a'.repeat(300)}` }, '.url');
  when('case sign a text', { caseSign: 'FN' }, '.caseSign');
  when('case sign with an unknown part', { caseSign: { year: 2026 } }, '.caseSign.year');
  when('field with no label', { field: { equals: 'x' } }, '.field.label');
  when('field with a number', { field: { label: 'a', equals: 3 } }, '.field.equals');
  when('field by expression', { field: { label: 'a', matches: 'x' } }, '.field.matches');
  when('empty term', { text: '' }, '.text');
  when('unknown channel', { channel: 'fax' }, '.channel');
  when('unknown moment', { moment: ['greeting', 'lunch'] }, '.moment[1]');
  when('no time', { time: {} }, '.time');
  when('bad time', { time: { from: '8:00' } }, '.time.from');
  when('time 24:00', { time: { to: '24:00' } }, '.time.to');
  when('time from = to', { time: { from: '08:00', to: '08:00' } }, '.time');
  when('weekday 0', { time: { weekdays: [0] } }, '.time.weekdays[0]');
  when('weekday 8', { time: { weekdays: [8] } }, '.time.weekdays[0]');
  when('no weekdays', { time: { weekdays: [] } }, '.time.weekdays');
  when('all of nothing', { all: [] }, '.all');
  when('all not a list', { all: { view: 'case' } }, '.all');
  when('any of 21', { any: Array(21).fill({ view: 'case' }) }, '.any');
  when('not a list', { not: [{ view: 'case' }] }, '.not');
  when('deep inside', { all: [{ any: [{ not: { view: 'x' } }] }] }, '.all[0].any[0].not.view');
  for (const selector of [
    '',
    ' ',
    '*',
    'a *',
    ':has(a)',
    'a:hover',
    'a,b',
    'a::before',
    'a >',
    '> a',
    'a > > b',
    'a + b',
    'a ~ b',
    '[a=b]',
    '[a="b]',
    '[a="\\"]',
    '#',
    '.',
    'a{',
    'a\nb',
    'a'.repeat(121),
  ]) {
    when(`selector ${JSON.stringify(selector).slice(0, 20)}`, { element: selector }, '.element');
  }

  withSignal('a text', 'x');
  withSignal('nothing', {});
  withSignal('unknown', { url: 'x' }, '.url');
  withSignal('two at once', { host: 'a', path: '/b' });
  withSignal('unknown place', { in: 'footer', text: 'x' }, '.in');
  withSignal('place without text', { in: 'title' }, '.text');
  withSignal('text without place', { text: 'x' }, '.text');
  withSignal('bad selector', { element: '*' }, '.element');
  add(
    'view without signals',
    { systems: [{ ...system, views: [{ view: 'case', signals: [] }] }] },
    'systems[0].views[0].signals',
  );
  add(
    'view of a system unknown',
    { systems: [{ ...system, views: [{ view: 'x', signals: [{ host: 'a' }] }] }] },
    'systems[0].views[0].view',
  );

  add('two reminders of one id', { reminders: [reminder, reminder] }, 'reminders[1].id');
  add('two systems of one id', { systems: [system, system] }, 'systems[1].id');
  add('two checklists of one id', { checklists: [list, list] }, 'checklists[1].id');
  add(
    'two items of one id',
    { checklists: [{ ...list, items: [list.items[0], list.items[0]] }] },
    'checklists[0].items[1].id',
  );
  add('two terms of one id', { glossary: [term, term] }, 'glossary[1].id');
  add('two people of one id', { directory: [entry, entry] }, 'directory[1].id');
  add('checklist of nothing', { checklists: [{ ...list, items: [] }] }, 'checklists[0].items');
  add(
    'checklist of thirteen',
    { checklists: [{ ...list, items: Array(13).fill(list.items[0]) }] },
    'checklists[0].items',
  );
  add('term without meaning', { glossary: [{ id: 't', headword: 'x' }] }, 'glossary[0].meaning');
  add('entry with a link', { directory: [{ ...entry, url: 'tel:700' }] }, 'directory[0].url');

  hours('turned', [['16:00', '08:00']], '[0]');
  hours('of no length', [['08:00', '08:00']], '[0]');
  hours(
    'overlapping',
    [
      ['08:00', '12:00'],
      ['11:00', '16:00'],
    ],
    '[1]',
  );
  hours(
    'out of order',
    [
      ['12:00', '16:00'],
      ['08:00', '11:00'],
    ],
    '[1]',
  );
  hours('with an end missing', [['08:00']], '[0]');
  hours('with three ends', [['08:00', '12:00', '16:00']], '[0]');
  hours('not times', [['ósma', '16:00']], '[0][0]');
  hours('not lists', ['08:00-16:00'], '[0]');
  hours('seven', Array(7).fill(['08:00', '09:00']), '');
  add('an eighth weekday', { callbacks: { hours: { 8: [] } } }, 'callbacks.hours.8');
  add('promptly at once', { callbacks: { promptly: 0 } }, 'callbacks.promptly');
  const escalation = (name: string, field: string, value: unknown) =>
    add(name, { callbacks: { escalation: { [field]: value } } }, `callbacks.escalation.${field}`);
  escalation('announced after it is due', 'before', -10);
  escalation('told every minute', 'every', 1);
  escalation('told every now and then', 'every', 'czasem');
  escalation('a substitute at once', 'substituteAfter', 0);
  add('an unknown step', { callbacks: { escalation: { after: 5 } } }, 'callbacks.escalation.after');
  add('kept for ever', { callbacks: { retention: 366 } }, 'callbacks.retention');
  add('51 a day', { budget: { perDay: 51 } }, 'budget.perDay');
  add('more per encounter than a day', { budget: { perDay: 2, perEncounter: 3 } }, 'budget.perEncounter');
  add(
    'more per moment than per encounter',
    { budget: { perEncounter: 1, perMoment: 2 } },
    'budget.perMoment',
  );
  add('budget of half', { budget: { perDay: 0.5 } }, 'budget.perDay');
  add('introduction with an unknown field', { introduction: '{imie}' }, 'introduction');
  add('locked by a bad id', { locked: ['a b'] }, 'locked[0]');
  add('locked a text', { locked: 'powitanie' }, 'locked');
  add('office a text', { office: 'Urząd' }, 'office');
  add('office without a name', { office: {} }, 'office.name');
  add('referat with 21 cells', { referat: { name: 'R', cells: Array(21).fill('FN') } }, 'referat.cells');
  add('unknown field', { permissions: ['<all_urls>'] }, 'permissions');
  add('a field in another letter case', { Reminders: [] }, 'Reminders');
  return bad;
}

/** Each value of the rich profile in turn replaced by one that can never stand there. */
function turned(): BadProfile[] {
  const bad: BadProfile[] = [];
  const walk = (value: unknown, path: string, put: (value: unknown) => unknown) => {
    const wrong = typeof value === 'boolean' ? 'tak' : true;
    if (path !== '') bad.push({ what: `turned: ${path} is ${wrong}`, source: put(wrong), path });
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, `${path}[${index}]`, (by) => put(value.map((old, at) => (at === index ? by : old))));
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        walk(inner, path === '' ? key : `${path}.${key}`, (by) => put({ ...value, [key]: by }));
      }
    }
  };
  walk(fullProfile, '', (value) => value);
  return bad;
}
