import { useId } from 'react';
import type { Area, Entry } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import { useTermActions } from './clerk-words';

/** Which terms are shown: all, the clerk’s favourites or her own, the office’s own, or those of an area. */
export type Wanted = 'all' | 'favourites' | 'mine' | 'own' | Area;

export interface TermFilterProps {
  entries: Entry[];
  wanted: Wanted;
  onWanted(wanted: Wanted): void;
}

/** The areas that have terms, by their names. */
export function TermFilter({ entries, wanted, onWanted }: TermFilterProps) {
  const id = useId();
  const { favourites, terms } = useTermActions();
  const areas = new Set(entries.flatMap(({ area }) => area ?? []));
  const named = [...areas].map((area) => ({ area, name: t(`glossary:area.${area}`) }));
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {t('glossary:filter.label')}
      </label>
      <select id={id} value={wanted} onChange={({ target }) => onWanted(target.value as Wanted)}>
        <option value="all">{t('glossary:filter.all')}</option>
        {/* The one that is chosen stays, also when the last of it has gone. */}
        {(favourites.size > 0 || wanted === 'favourites') && (
          <option value="favourites">{t('glossary:filter.favourites')}</option>
        )}
        {(terms.length > 0 || wanted === 'mine') && <option value="mine">{t('glossary:filter.mine')}</option>}
        {entries.some(({ isOwn }) => isOwn) && <option value="own">{t('glossary:filter.own')}</option>}
        {named
          .sort((a, b) => a.name.localeCompare(b.name, 'pl'))
          .map(({ area, name }) => (
            <option key={area} value={area}>
              {name}
            </option>
          ))}
      </select>
    </>
  );
}
