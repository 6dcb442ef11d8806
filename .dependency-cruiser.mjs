// The rooms of the design, in executable form. Types are erased first (tsPreCompilationDeps: false): these rules speak
// of code that runs.
const PURE = `^lib/(${[
  'standard',
  'draft',
  'profile',
  'reminders',
  'encounter',
  'checklist',
  'callbacks',
  'calendar',
  'permissions',
  'client-note',
  'directory',
  'glossary',
  'hand-over',
  'person',
  'plain-language',
  'starting-profiles',
  'policy',
  'signing',
  'profile-address',
  'underlining',
].join('|')})/`;
const PAGE_SCRIPTS = '^entrypoints/(page|strip|terms|text)\\.content/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Split the module, or hand a function in.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'one-door',
      severity: 'error',
      comment:
        'Import from the folder (lib/<idea>), not past its door; page-side code may use lib/<idea>/page.',
      from: { path: '^(lib/[^/]+|entrypoints/[^/]+|components|tests/unit)' },
      to: {
        path: '^lib/([^/]+)/',
        pathNot: ['^lib/[^/]+/(index|page|strip-host)\\.ts$', '^$1/', '[.]json$'],
      },
    },
    {
      name: 'layers',
      severity: 'error',
      comment: 'entrypoints → components → lib.',
      from: { path: '^lib/' },
      to: { path: '^(components|entrypoints)/' },
    },
    {
      name: 'components-below-entrypoints',
      severity: 'error',
      comment: 'Components take what they show; entrypoints wire.',
      from: { path: '^components/' },
      to: { path: '^entrypoints/|^lib/(store|messaging)/' },
    },
    {
      name: 'entrypoints-do-not-mix',
      severity: 'error',
      comment: 'Each entrypoint is a bundle of its own; talk through lib/messaging.',
      from: { path: '^entrypoints/([^/]+)' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1' },
    },
    {
      name: 'reminders-use-five',
      severity: 'error',
      comment: 'lib/reminders uses standard, profile, page (types), encounter and calendar.',
      from: { path: '^lib/reminders/' },
      to: { path: '^lib/', pathNot: '^lib/(reminders|standard|profile|encounter|calendar)/' },
    },
    {
      name: 'calendar-stands-alone',
      severity: 'error',
      comment: 'lib/calendar knows days and hours, and nothing of what they are for.',
      from: { path: '^lib/calendar/' },
      to: { path: '^lib/', pathNot: '^lib/calendar/' },
    },
    {
      name: 'checklist-uses-six',
      severity: 'error',
      comment:
        'lib/checklist uses standard, profile, page (types), encounter, callbacks, and the conditions of reminders.',
      from: { path: '^lib/checklist/' },
      to: { path: '^lib/', pathNot: '^lib/(checklist|standard|profile|encounter|callbacks|reminders)/' },
    },
    {
      name: 'only-three-touch-the-browser',
      severity: 'error',
      comment: 'In lib only store, messaging and i18n touch browser.*; take data instead.',
      from: { path: '^lib/', pathNot: '^lib/(store|messaging|i18n)/|^lib/page/lifetime' },
      to: { path: 'wxt/|webextension-polyfill' },
    },
    {
      name: 'components-without-browser',
      severity: 'error',
      comment: 'Entrypoints hand in what the browser says.',
      from: { path: '^components/' },
      to: { path: 'wxt/|webextension-polyfill' },
    },
    {
      name: 'only-store-touches-dexie',
      severity: 'error',
      comment: 'Add a function to lib/store and call that.',
      from: { pathNot: '^lib/store/|^tests/' },
      to: { path: '(^|/)node_modules/(dexie|dexie-react-hooks)/' },
    },
    {
      name: 'pure-code-is-pure',
      severity: 'error',
      comment: 'The rules take data and a now, and return data.',
      from: { path: PURE },
      to: { path: '^lib/(store|messaging|i18n)/|(^|/)node_modules/(react|react-dom|dexie)/' },
    },
    {
      name: 'no-ui-in-background',
      severity: 'error',
      comment: 'A worker has no window.',
      from: { path: '^entrypoints/background/' },
      to: {
        path: '^components/|(^|/)node_modules/(react|react-dom|react-aria-components)/',
        reachable: true,
      },
    },
    {
      name: 'page-never-reaches-store',
      severity: 'error',
      comment: "In a content script IndexedDB is the visited page's. Send a message instead.",
      from: { path: PAGE_SCRIPTS },
      to: { path: '^lib/store/|(^|/)node_modules/(dexie|zod)/', reachable: true },
    },
    {
      name: 'reader-without-react',
      severity: 'error',
      comment: 'The reader is always on: no React in it.',
      from: { path: '^entrypoints/(page|text)\\.content/' },
      to: { path: '(^|/)node_modules/(react|react-dom)/', reachable: true },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      comment: 'Move what both need to lib.',
      from: { path: '^(entrypoints|components|lib)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'A typo, or a package missing from package.json.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|^#imports$' },
    },
  ],
  options: {
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tests/run/tsconfig.depcruise.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.(wxt|output)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
