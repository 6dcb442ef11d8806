import type { ReactNode } from 'react';
import { translate as t } from '@/lib/i18n';
import type { Condition, FieldChange, ListChanges, Listed, Profile, ProfileChanges } from '@/lib/profile';
import { type SystemNames, sentenceOf } from '../condition';
import { FoldedList } from './FoldedList';
import { fieldLabel, hoursText, valueLabel, valueText } from './words';

type Language = 'pl' | 'en';

/** More than these at once nobody reads. */
const first = 5;

interface Told {
  language: Language;
  systems: SystemNames;
}

/** Everything that taking a profile would add, change and remove. */
export function Changes({ changes, ...told }: { changes: ProfileChanges } & Told) {
  const { values, lists } = changes;
  if (values.length + lists.length === 0) return <p>{t('profile:nothingChanges')}</p>;
  return (
    <div className="changes">
      {values.length > 0 && (
        <section className="change" aria-label={t('profile:values')}>
          <h4>{t('profile:values')}</h4>
          <FoldedList items={values} first={first + 5} keyOf={({ path }) => path}>
            {(change) => <Field label={valueLabel(change.path)} change={change} {...told} />}
          </FoldedList>
        </section>
      )}
      {lists.map((one) => (
        <ListChange key={one.list} changes={one} {...told} />
      ))}
    </div>
  );
}

function ListChange({ changes, ...told }: { changes: ListChanges } & Told) {
  const { list, added, changed, removed } = changes;
  const title = t(`profile:list.${list}`);
  return (
    <section className="change" aria-label={title}>
      <h4>{title}</h4>
      <Part name={t('profile:added', { count: added.length })} items={added}>
        {({ title }) => <span lang="pl">{title}</span>}
      </Part>
      <Part name={t('profile:changed', { count: changed.length })} items={changed}>
        {({ title, fields }) => (
          <>
            <span lang="pl">{title}</span>
            <ul className="fields-changed">
              {fields.map((change) => (
                <li key={change.path}>
                  <Field label={fieldLabel(change.path)} change={change} {...told} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part name={t('profile:removed', { count: removed.length })} items={removed}>
        {({ title }) => <span lang="pl">{title}</span>}
      </Part>
    </section>
  );
}

interface PartProps<Item extends Listed> {
  name: string;
  items: Item[];
  children(item: Item): ReactNode;
}

function Part<Item extends Listed>({ name, items, children }: PartProps<Item>) {
  if (items.length === 0) return null;
  return (
    <div className="part">
      <h5>{name}</h5>
      <FoldedList items={items} first={first} keyOf={({ id }) => id} className="things">
        {children}
      </FoldedList>
    </div>
  );
}

function Field({ label, change, language, systems }: { label: string; change: FieldChange } & Told) {
  const told = (value: unknown) => {
    // Whoever takes a profile has never seen JSON.
    if (change.path === 'when') return sentenceOf(value as Condition | undefined, systems);
    return change.path === 'callbacks.hours' && value !== undefined
      ? hoursText(value as Profile['callbacks']['hours'], language)
      : valueText(value, language);
  };
  return (
    <>
      <strong>{label}</strong>
      <span className="was">
        <span className="soft">{t('profile:was')}</span> <del>{told(change.before)}</del>
      </span>
      <span className="will">
        <span className="soft">{t('profile:will')}</span> <ins>{told(change.after)}</ins>
      </span>
    </>
  );
}
