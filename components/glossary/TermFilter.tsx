import { useId } from 'react';
import type { Area, Entry } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';

/** Which terms are shown: all, the office’s own, or those of an area. */
export type Wanted = 'all' | 'own' | Area;

export interface TermFilterProps {
  entries: Entry[];
  wanted: Wanted;
  onWanted(wanted: Wanted): void;
}

/** The areas that have terms, by their names. */
export function TermFilter({ entries, wanted, onWanted }: TermFilterProps) {
  const id = useId();
  const areas = new Set(entries.flatMap(({ area }) => area ?? []));
  const named = [...areas].map((area) => ({ area, name: t(`glossary:area.${area}`) }));
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {t('glossary:filter.label')}
      </label>
      <select id={id} value={wanted} onChange={({ target }) => onWanted(target.value as Wanted)}>
        <option value="all">{t('glossary:filter.all')}</option>
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
