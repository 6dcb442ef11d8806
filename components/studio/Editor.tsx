import {
  lazy,
  type ReactNode,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Ageing, agedOf } from '@/lib/ageing';
import { warsawDay } from '@/lib/calendar';
import {
  addReminder,
  asksOfDraft,
  benchOf,
  changeReminder,
  fileNameOf,
  filledIn,
  firstSituation,
  issueOf,
  mistakesUnder,
  newId,
  remindersOf,
  systemsInForce,
  systemsOf,
  termsFound,
} from '@/lib/draft';
import type { PageAsks, PageLook, System } from '@/lib/page';
import { type PageAnswer, withAnswer } from '@/lib/pointing';
import { type ProfileError, type ProfileSource, parseProfile, sentenceFactsOf } from '@/lib/profile';
import type { ShownProfile } from '../profile';
import { About } from './About';
import { Bench, type OpenTab, tabName } from './Bench';
import { Checklists } from './Checklists';
import { Hours } from './Hours';
import { KnownTerms } from './known-terms';
import { Limits } from './Limits';
import { People } from './People';
import { PointingDesk } from './pointing-desk';
import { Reminders } from './Reminders';
import { Signing, type SigningDesk } from './Signing';
import type { OpenedSkeleton, SkeletonSlot } from './skeleton-slot';
import { Terms } from './Terms';
import { type EditedDraft, type KeptDraft, useDraft } from './use-draft';
import { useLooked } from './use-looked';
import { WeekPlay } from './WeekPlay';
import { t } from './words';

const DescribedSystems = lazy(() =>
  import('./DescribedSystems').then((part) => ({ default: part.DescribedSystems })),
);

export interface EditorProps {
  first: KeptDraft;
  /** False for a draft that was begun just now. */
  isKept: boolean;
  /** Profiles that were taken here: what lies under the draft. */
  profiles: readonly ShownProfile[];
  /** Systems that ship with the extension and those in force. */
  systems: readonly System[];
  /** Who would say the sentences. */
  clerk: Parameters<typeof sentenceFactsOf>[1];
  language: 'pl' | 'en';
  /** Pages in other tabs that are being read. */
  tabs: readonly OpenTab[];
  /** Lets the lead point in a tab, which comes to the front. */
  pointIn: PointingDesk['pointIn'];
  /** What stands in a tab of what is asked, once; null where nothing can be read. */
  readIn(tabId: number, asks: PageAsks): Promise<PageAnswer | null>;
  /** The names of all fields that stand in a tab. */
  labelsIn(tabId: number): Promise<readonly string[]>;
  /** What the page of a tab is by some systems, once. */
  lookIn(tabId: number, systems: System[]): Promise<PageLook | null>;
  isPermitted: PointingDesk['isPermitted'];
  permit: PointingDesk['permit'];
  /** When each condition in force here last matched. */
  ageing: Ageing;
  /** Who vouches for what is handed out. */
  signing: SigningDesk;
  /** The part for pages without their values, brought when it is opened. */
  skeletons(slot: SkeletonSlot): ReactNode;
  now(): Date;
  save(draft: KeptDraft): Promise<'saved' | 'elsewhere'>;
  /** The forms of a headword, as the glossary knows them. */
  proposeForms(headword: string): Promise<string[]>;
  /** Shows the draft that another window has written. */
  onReload(): void;
  onPutAside(draft: KeptDraft): void;
  /** Gives a file to the browser, and says so. */
  onExport(source: string, fileName: string): void;
  /** Puts the profile in force on this computer. @returns whether it was taken */
  onTake(
    layer: 'office' | 'referat',
    issue: { id: string; source: string; fileName: string },
  ): Promise<boolean>;
}

/** Each part of the editor, with what of the file it shows. */
const parts = {
  reminders: ['reminders'],
  people: ['directory'],
  hours: ['callbacks', 'encounters'],
  about: ['name', 'id', 'validUntil', 'office', 'referat', 'introduction'],
  limits: ['budget', 'locked'],
  lists: ['checklists'],
  terms: ['glossary'],
  systems: ['systems'],
  signing: [],
  bench: [],
} as const;
type Part = keyof typeof parts;
const partNames = Object.keys(parts) as Part[];
const mistakesOfPart = (mistakes: readonly ProfileError[], part: Part) =>
  parts[part].flatMap((field) => mistakesUnder(mistakes, field));

/** The draft at work: its parts, the bench beside them, and what becomes of it. */
export function Editor(props: EditorProps) {
  const { first, profiles, systems, clerk, language, now } = props;
  const draft = useDraft(first, props.isKept, props.save);
  const { profile, edit } = draft;
  const [part, setPart] = useState<Part>('reminders');
  const [situation, setSituation] = useState(firstSituation);
  const [tabId, setTabId] = useState<number | 'skeleton' | null>(null);
  const [skeleton, setSkeleton] = useState<OpenedSkeleton | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  /** The reminder that was begun in another part. */
  const [begun, setBegun] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useUndoKeys(draft, root);

  // Typing comes first; what is wrong and what the bench says follow when there is time.
  const settled = useDeferredValue(profile);
  const mistakes = useMemo(() => mistakesOf(settled, language), [settled, language]);
  const layer = profile.referat === undefined ? 'office' : 'referat';
  const below = useMemo(
    () =>
      layer === 'office'
        ? []
        : profiles.flatMap((one) => (one.layer === 'office' && one.read ? [one.read] : [])),
    [profiles, layer],
  );
  const names = useMemo(
    () => new Map([...systems, ...systemsOf(profile)].map(({ id, name }) => [id, name])),
    [systems, profile],
  );
  const isDescribing = part === 'systems' || systemsOf(profile).length > 0;
  const allSystems = useMemo(() => systemsInForce(settled, below), [settled, below]);
  const { tabs, looks, isReading } = useLooked(props.tabs, isDescribing ? allSystems : null, props.lookIn);
  const asks = useMemo(() => asksOfDraft(settled, below), [settled, below]);
  const page = useAnswered(tabs.find((tab) => tab.tabId === tabId) ?? null, asks, props.readIn);
  // Read by the same reader as an open page, and anew whenever the draft asks for something else.
  const saved = useMemo(
    () => (tabId === 'skeleton' && skeleton ? skeleton.read(allSystems, asks) : null),
    [tabId, skeleton, allSystems, asks],
  );
  const lines = useMemo(
    () =>
      benchOf({
        draft: settled,
        below,
        page: saved ? filledIn(saved, situation) : (page?.context ?? null),
        situation,
        now: now(),
        language,
      }),
    [settled, below, page, saved, situation, now, language],
  );
  const aged = useMemo(() => {
    const today = warsawDay(now());
    return new Map(
      remindersOf(settled).flatMap((one) => {
        const old = agedOf(props.ageing, one, today);
        return old ? [[one.id, old] as const] : [];
      }),
    );
  }, [settled, props.ageing, now]);
  const found = useMemo(() => termsFound(settled, below), [settled, below]);
  const terms: KnownTerms = {
    has: (term) => found.has(term.trim().toLowerCase()),
    add: (term) => {
      const headword = term.trim();
      props.proposeForms(headword).then(
        (forms) => edit((now) => withTerm(now, headword, forms)),
        () => edit((now) => withTerm(now, headword, [])),
      );
    },
  };
  const pointing: PointingDesk = {
    tabs,
    pointIn: props.pointIn,
    readIn: props.readIn,
    labelsIn: props.labelsIn,
    lookIn: props.lookIn,
    isPermitted: props.isPermitted,
    permit: props.permit,
    now,
  };
  const [cell = 'AB'] = profile.referat?.cells ?? [];
  const facts = {
    ...sentenceFactsOf(
      { office: profile.office ?? below[0]?.profile.office, referat: profile.referat },
      clerk,
    ),
    'znak sprawy': `${cell}.1234.5.${now().getFullYear()}`,
  };

  const issue = () => {
    const standing = profiles.flatMap(({ read }) =>
      read?.profile.id === profile.id ? read.profile.seq : [],
    );
    const next = issueOf(profile, draft.issued, Math.max(0, ...standing));
    draft.setIssued(next.source, next.seq);
    return { source: next.source, fileName: fileNameOf(profile, next.seq) };
  };

  return (
    <KnownTerms.Provider value={terms}>
      <PointingDesk.Provider value={pointing}>
        <div className="editor" ref={root} data-part={part}>
          <Bar
            draft={draft}
            isSigned={props.signing.state === 'open'}
            mistakes={mistakes}
            onExport={() => {
              const { source, fileName } = issue();
              props.onExport(source, fileName);
            }}
            onTake={() => {
              void props.onTake(layer, { id: profile.id, ...issue() });
            }}
            onPutAside={() => {
              draft.stop();
              props.onPutAside({ profile, issued: draft.issued });
            }}
            onReload={props.onReload}
          />
          <nav className="parts" aria-label={t('studio:parts.name')}>
            {partNames.map((one) => (
              <button
                key={one}
                type="button"
                className={`part-${one}`}
                aria-current={one === part ? 'true' : undefined}
                onClick={() => {
                  setPart(one);
                  setBegun(null);
                }}
              >
                {t(`studio:parts.${one}`)}
                <Count mistakes={mistakesOfPart(mistakes, one)} />
              </button>
            ))}
          </nav>
          <div className="work">
            <div className="part">
              {/* On a wide screen the bench stands beside the list all the time, and is no part of its own. */}
              {(part === 'reminders' || part === 'bench') && (
                <Reminders
                  draft={profile}
                  edit={edit}
                  mistakes={mistakes}
                  facts={facts}
                  systems={names}
                  lines={lines}
                  aged={aged}
                  begun={begun}
                  onLookAt={setTabId}
                />
              )}
              {part === 'people' && <People draft={profile} edit={edit} mistakes={mistakes} />}
              {part === 'hours' && <Hours draft={profile} edit={edit} mistakes={mistakes} />}
              {part === 'about' && <About draft={profile} edit={edit} mistakes={mistakes} facts={facts} />}
              {part === 'limits' && <Limits draft={profile} edit={edit} mistakes={mistakes} lines={lines} />}
              {part === 'lists' && (
                <Checklists draft={profile} edit={edit} mistakes={mistakes} systems={names} />
              )}
              {part === 'terms' && (
                <Terms draft={profile} edit={edit} mistakes={mistakes} proposeForms={props.proposeForms} />
              )}
              {part === 'systems' && (
                <Suspense fallback={<p className="soft loading">{t('options:loading')}</p>}>
                  <DescribedSystems
                    draft={profile}
                    edit={edit}
                    mistakes={mistakes}
                    systems={names}
                    inForce={allSystems}
                    tabs={tabs}
                    looks={looks}
                    isReading={isReading}
                    onRemind={(system, view) => {
                      const added = addReminder(profile, 'greeting');
                      const when = { all: [{ system }, { view }] };
                      edit(() => changeReminder(added.draft, added.id, { when }));
                      setBegun(added.id);
                      setPart('reminders');
                    }}
                  />
                </Suspense>
              )}
              {part === 'signing' && <Signing desk={props.signing} />}
              <Kept draft={draft} />
            </div>
            {(part === 'reminders' || part === 'bench') && (
              <Bench
                lines={lines}
                situation={situation}
                asks={asks}
                tabs={tabs}
                tabId={page === null && saved === null ? null : tabId}
                skeleton={skeleton && { name: skeleton.name, page: saved }}
                tools={() =>
                  props.skeletons({
                    tabs,
                    tabId: page?.tabId ?? null,
                    systems: allSystems,
                    names,
                    nameOf: (tab) => tabName(tab, names),
                    asks,
                    opened: skeleton,
                    onOpen: (opened) => {
                      setSkeleton(opened);
                      setTabId('skeleton');
                    },
                  })
                }
                systems={names}
                showsAll={showsAll}
                onSituation={setSituation}
                onTab={setTabId}
                onShowAll={setShowsAll}
              >
                <WeekPlay draft={settled} below={below} lines={lines} now={now} />
              </Bench>
            )}
          </div>
        </div>
      </PointingDesk.Provider>
    </KnownTerms.Provider>
  );
}

/** A tab with what the draft asks of its page, too: its reader is only asked by the profile in force. */
function useAnswered(tab: OpenTab | null, asks: PageAsks, readIn: EditorProps['readIn']): OpenTab | null {
  const [answered, setAnswered] = useState<{ tabId: number; answer: PageAnswer | null } | null>(null);
  const read = useRef(readIn);
  read.current = readIn;
  const tabId = tab?.tabId ?? null;
  const context = tab?.context;
  const asked = JSON.stringify(asks);
  useEffect(() => {
    // Asked anew with each word of the reader: the page has changed.
    if (tabId === null || context === undefined) return;
    let isOver = false;
    read.current(tabId, JSON.parse(asked)).then(
      (answer) => isOver || setAnswered({ tabId, answer }),
      () => isOver || setAnswered(null),
    );
    return () => {
      isOver = true;
    };
  }, [tabId, context, asked]);
  return useMemo(
    () =>
      tab && answered?.tabId === tab.tabId
        ? { ...tab, context: withAnswer(tab.context, answered.answer) }
        : tab,
    [tab, answered],
  );
}

/** Its meaning is left to be written: that is told as a mistake, at its place. */
function withTerm(draft: ProfileSource, headword: string, proposed: string[]): ProfileSource {
  const glossary = draft.glossary ?? [];
  if (glossary.some((term) => term.headword === headword)) return draft;
  const forms = proposed.filter((form) => form !== headword);
  const term = { id: newId(draft, glossary), headword, meaning: '', ...(forms.length > 0 ? { forms } : {}) };
  return { ...draft, glossary: [...glossary, term] };
}

function mistakesOf(profile: EditedDraft['profile'], language: 'pl' | 'en'): ProfileError[] {
  const parsed = parseProfile(JSON.stringify(profile), { language });
  return parsed.ok ? [] : parsed.errors;
}

function Count({ mistakes }: { mistakes: readonly ProfileError[] }): ReactNode {
  if (mistakes.length === 0) return null;
  return <span className="fault"> ({mistakes.length})</span>;
}

interface BarProps {
  draft: EditedDraft;
  /** True where the lead's key is open. */
  isSigned: boolean;
  mistakes: readonly ProfileError[];
  onExport(): void;
  onTake(): void;
  onPutAside(): void;
  onReload(): void;
}

/** What the draft is, whether it is safe, and what can be done with it. */
function Bar({ draft, isSigned, mistakes, onExport, onTake, onPutAside, onReload }: BarProps) {
  const { profile, issued, saving } = draft;
  const isBad = mistakes.length > 0;
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isBad) setAsked(false);
  }, [isBad]);
  const orMend = (act: () => void) => () => (isBad ? setAsked(true) : act());
  return (
    <div className="bar">
      <div>
        <strong lang="pl">{profile.name || t('studio:bar.name')}</strong>
        <p className="soft">
          {issued === null ? t('studio:bar.neverIssued') : t('studio:bar.issued', { seq: profile.seq })}
          {' · '}
          <span role="status" className={`saving is-${saving}`}>
            {t(`studio:bar.${saving}`)}
          </span>
        </p>
        {saving === 'elsewhere' && (
          <button type="button" onClick={onReload}>
            {t('studio:bar.reload')}
          </button>
        )}
      </div>
      <div className="row">
        <button type="button" disabled={!draft.canUndo} aria-keyshortcuts="Control+Z" onClick={draft.undo}>
          {t('studio:bar.undo')}
        </button>
        <button type="button" disabled={!draft.canRedo} aria-keyshortcuts="Control+Y" onClick={draft.redo}>
          {t('studio:bar.redo')}
        </button>
        <button type="button" className="main" onClick={orMend(onExport)}>
          {isSigned ? t('studio:bar.exportSigned') : t('studio:bar.export')}
        </button>
        <button type="button" onClick={orMend(onTake)}>
          {t('studio:bar.take')}
        </button>
        <button type="button" className="quiet" onClick={onPutAside}>
          {t('studio:bar.putAside')}
        </button>
      </div>
      {isBad && (
        <div className="to-mend">
          <p className="fault">{t('studio:bar.mistakes', { count: mistakes.length })}</p>
          <p role="status">{isAsked && t('studio:bar.mendFirst')}</p>
          {/* What no field of this screen shows is told here, or nobody would find it. */}
          <ul className="mistakes">
            {mistakes
              .filter((one) => !partNames.some((part) => mistakesOfPart([one], part).length > 0))
              .map(({ path, message }) => (
                <li key={path + message}>
                  <code>{path === '' ? '–' : t('studio:bar.elsewhereIn', { path })}</code> {message}
                </li>
              ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What this screen does not edit yet, so that nobody thinks it gone. */
function Kept({ draft: { profile } }: { draft: EditedDraft }) {
  const shown: readonly string[] = ['$schema', 'format', 'seq', ...partNames.flatMap((part) => parts[part])];
  const what = Object.entries(profile).flatMap(([field, value]) => {
    // What a newer format holds and this screen has not heard of.
    return shown.includes(field) || value === undefined ? [] : [`„${field}”`];
  });
  if (what.length === 0) return null;
  return <p className="soft">{t('studio:kept', { what: what.join(', ') })}</p>;
}

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) over everything in the draft, also while typing. */
function useUndoKeys(draft: EditedDraft, root: { current: HTMLElement | null }): void {
  const standing = useRef(draft);
  standing.current = draft;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      const { target } = event;
      // What is typed in a search or on the bench is no part of the draft.
      if (target instanceof Element && target.closest('.not-draft')) return;
      const { canUndo, canRedo } = standing.current;
      if (isRedo ? !canRedo : !canUndo) return;
      event.preventDefault();
      event.stopPropagation();
      if (isRedo) standing.current.redo();
      else standing.current.undo();
      // A card that was taken back takes the focus with it.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          root.current?.querySelector<HTMLElement>('.parts button')?.focus();
      });
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [root]);
}
