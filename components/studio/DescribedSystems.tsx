import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import {
  addSystem,
  askersOf,
  changeIn,
  clashesOf,
  mistakesUnder,
  mostDescribed,
  moveIn,
  removeFrom,
  systemsOf,
  verdictOn,
} from '@/lib/draft';
import { type PageLook, type System, shippedSystems, type View } from '@/lib/page';
import type { SystemNames } from '../condition';
import type { OpenTab } from './Bench';
import { Field } from './Field';
import { type PartProps, Wrong } from './People';
import { SystemCard } from './SystemCard';
import { t } from './system-words';

export interface DescribedSystemsProps extends PartProps {
  systems: SystemNames;
  /** The systems of the lower profiles and the shipped ones, to tell of a clash. */
  inForce: readonly System[];
  tabs: readonly OpenTab[];
  /** What each open page is by the systems of the draft. */
  looks: ReadonlyMap<number, PageLook>;
  isReading: boolean;
  /** Begins a reminder for a place in a system. */
  onRemind(system: string, view: View): void;
}

/** From here on nobody finds a system by looking down the list. */
const manySystems = 10;

/** The systems that the profile describes, one of them open on its card. */
export function DescribedSystems(props: DescribedSystemsProps) {
  const { draft, edit, mistakes, looks } = props;
  const systems = systemsOf(draft);
  const [open, setOpen] = useState<{ id: string; isNew: boolean } | null>(null);
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  // A row that was moved is drawn anew, and what is removed takes the focus with it.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`)?.focus();
    wanted.current = null;
  });
  const write = (change: (systems: readonly System[]) => System[], mark: string | null = null) =>
    edit((now) => ({ ...now, systems: change(systemsOf(now)) }), mark);
  const remove = (id: string) => {
    const at = systems.findIndex((one) => one.id === id);
    wanted.current = (systems[at + 1] ?? systems[at - 1])?.id ?? 'add';
    write((now) => removeFrom(now, id));
    setOpen(null);
  };
  const move = (id: string, by: -1 | 1) => {
    wanted.current = id;
    write((now) => moveIn(now, id, by));
  };
  const onKey = (event: KeyboardEvent, id: string) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(id, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Delete') remove(id);
  };
  const searched = search.trim().toLowerCase();
  const shown = systems.filter(
    ({ id, name }) => id === open?.id || name.toLowerCase().includes(searched) || searched === '',
  );
  const known = shippedSystems.filter(({ id }) => id !== 'generic').map(({ name }) => name);
  return (
    <div className="systems" ref={list}>
      <h3>{t('studio:parts.systems')}</h3>
      <p className="soft">{t('systems:text')}</p>
      <p className="soft">
        {systems.length === 0 ? t('systems:none', { known: known.join(', ') }) : t('systems:keys')}
      </p>
      {systems.length > manySystems && (
        <div className="not-draft">
          <Field label={t('systems:search')}>
            {(control) => (
              <input
                {...control}
                type="search"
                autoComplete="off"
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
            )}
          </Field>
          <p role="status" className="soft">
            {shown.length === 0 && t('systems:noneFound')}
          </p>
        </div>
      )}
      <ul className="folded">
        {shown.map((system) => {
          const { id, name, views } = system;
          const path = `systems[${systems.indexOf(system)}]`;
          const isOpen = open?.id === id;
          const own = mistakesUnder(mistakes, path);
          const on = [...looks.values()].filter((look) => verdictOn(system, look).is === 'recognised');
          return (
            <li key={id} className="thing">
              <button
                type="button"
                className="row-button"
                data-row={id}
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : { id, isNew: false })}
                onKeyDown={(event) => onKey(event, id)}
              >
                <strong lang="pl">{name.trim() || t('systems:noName')}</strong>
                <span className="soft">
                  {views.length === 0
                    ? t('systems:noViews')
                    : [...new Set(views.map(({ view }) => t(`common:view.${view}`)))].join(', ')}
                </span>
                <span className="marks">
                  <Wrong mistakes={own} />
                  {on.length > 0 && <span className="badge">{t('systems:here', { count: on.length })}</span>}
                </span>
              </button>
              {isOpen && (
                <SystemCard
                  system={system}
                  isNew={open.isNew}
                  path={path}
                  mistakes={own}
                  systems={props.systems}
                  tabs={props.tabs}
                  looks={looks}
                  isReading={props.isReading}
                  clashes={clashesOf(system, [...systems, ...props.inForce])}
                  askers={askersOf(draft, id)}
                  onChange={(fields, mark) =>
                    write((now) => changeIn(now, id, fields), mark && `system ${id} ${mark}`)
                  }
                  onRemind={(view) => props.onRemind(id, view)}
                  onMove={(by) => write((now) => moveIn(now, id, by))}
                  onRemove={() => remove(id)}
                  onClose={() => {
                    wanted.current = id;
                    setOpen(null);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      {systems.length < mostDescribed.systems ? (
        <button
          type="button"
          className="quiet add"
          data-row="add"
          onClick={() => {
            const added = addSystem(draft);
            edit(() => added.draft);
            setOpen({ id: added.id, isNew: true });
          }}
        >
          + {t('systems:add')}
        </button>
      ) : (
        <p className="soft">{t('systems:full', { most: mostDescribed.systems })}</p>
      )}
    </div>
  );
}
