import { useState } from 'react';
import { changeIn, type Fields, mistakesUnder, moveIn, newId, removeFrom } from '@/lib/draft';
import type { ProfileSource } from '@/lib/profile';
import { channels } from '@/lib/standard';
import { type SystemNames, sentenceOf } from '../condition';
import { ConditionEditor } from './ConditionEditor';
import { Field, Mistakes, TextInput } from './Field';
import { type PartProps, Wrong } from './People';
import { ProvisionPicker } from './ProvisionPicker';
import { t } from './words';

type Checklist = NonNullable<ProfileSource['checklists']>[number];
type Item = Checklist['items'][number];
const facts = ['introduced', 'number-given', 'callback-promised', 'note-made'] as const;

/** Lists of what must not be left open before the goodbye. */
export function Checklists({ draft, edit, mistakes, systems }: PartProps & { systems: SystemNames }) {
  const lists = draft.checklists ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const write = (next: Checklist[], mark: string | null = null) =>
    edit((now) => ({ ...now, checklists: next }), mark);
  return (
    <div className="checklists">
      <p className="soft">{t('studio:lists.text')}</p>
      <ul className="folded">
        {lists.map((list, index) => {
          const isOpen = open === list.id;
          const path = `checklists[${index}]`;
          return (
            <li key={list.id} className="thing">
              <button
                type="button"
                className="row-button"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : list.id)}
              >
                <strong lang="pl">{list.name.trim() || t('studio:lists.noName')}</strong>
                <span className="soft">
                  {t('studio:lists.count', { count: list.items.length })} · {sentenceOf(list.when, systems)}
                </span>
                <Wrong mistakes={mistakesUnder(mistakes, path)} />
              </button>
              {isOpen && (
                <List
                  list={list}
                  path={path}
                  mistakes={mistakes}
                  systems={systems}
                  onChange={(fields, mark) =>
                    write(changeIn(lists, list.id, fields), mark && `list ${list.id} ${mark}`)
                  }
                  onRemove={() => {
                    write(removeFrom(lists, list.id));
                    setOpen(null);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="quiet add"
        onClick={() => {
          const id = newId(draft, lists);
          write([...lists, { id, name: '', items: [{ id: 'punkt.1', text: '' }] }]);
          setOpen(id);
        }}
      >
        + {t('studio:lists.add')}
      </button>
    </div>
  );
}

interface ListProps {
  list: Checklist;
  path: string;
  mistakes: PartProps['mistakes'];
  systems: SystemNames;
  onChange(fields: Fields<Checklist>, mark: string | null): void;
  onRemove(): void;
}

function List({ list, path, mistakes, systems, onChange, onRemove }: ListProps) {
  const at = (field: string) => mistakesUnder(mistakes, `${path}.${field}`);
  const { items } = list;
  const writeItems = (next: Item[], mark: string | null = null) => onChange({ items: next }, mark);
  return (
    <section className="card" aria-label={t('studio:lists.card')}>
      <TextInput
        label={t('profile:field.name')}
        value={list.name}
        mistakes={at('name')}
        onChange={(name) => onChange({ name }, 'name')}
      />
      <fieldset className="checks">
        <legend>{t('studio:card.channels')}</legend>
        <div className="row">
          {channels.map((channel) => (
            <label key={channel} className="check">
              <input
                type="checkbox"
                checked={list.channels?.includes(channel) ?? false}
                onChange={({ target }) => {
                  const on = channels.filter((one) =>
                    one === channel ? target.checked : list.channels?.includes(one),
                  );
                  onChange({ channels: on.length > 0 ? on : undefined }, null);
                }}
              />
              <span>{t(`common:channel.${channel}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <ConditionEditor
        condition={list.when}
        path={`${path}.when`}
        mistakes={at('when')}
        systems={systems}
        onChange={(when, mark) => onChange({ when }, mark && `when ${mark}`)}
      />
      <Mistakes mistakes={mistakes.filter((one) => one.path === `${path}.items`)} />
      <ol className="items">
        {items.map((item, index) => {
          const own = (field: string) => at(`items[${index}].${field}`);
          const change = (fields: Fields<Item>, mark: string | null) =>
            writeItems(changeIn(items, item.id, fields), mark && `${item.id} ${mark}`);
          return (
            <li key={item.id}>
              <TextInput
                label={t('studio:lists.item', { number: index + 1 })}
                value={item.text}
                mistakes={own('text')}
                onChange={(text) => change({ text }, 'text')}
              />
              <Field label={t('studio:lists.knownBy')}>
                {(control) => (
                  <select
                    {...control}
                    value={item.knownBy ?? ''}
                    onChange={({ target }) =>
                      change({ knownBy: facts.find((one) => one === target.value) }, null)
                    }
                  >
                    <option value="">{t('studio:lists.byClerk')}</option>
                    {facts.map((fact) => (
                      <option key={fact} value={fact}>
                        {t(`studio:lists.fact.${fact}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <ProvisionPicker
                chosen={item.provisions ?? []}
                moment="ending"
                mistakes={own('provisions')}
                onChange={(provisions) => change({ provisions }, null)}
              />
              <div className="row">
                <button type="button" onClick={() => writeItems(moveIn(items, item.id, -1))}>
                  {t('studio:card.up')}
                </button>
                <button type="button" onClick={() => writeItems(moveIn(items, item.id, 1))}>
                  {t('studio:card.down')}
                </button>
                <button
                  type="button"
                  className="danger"
                  aria-label={t('studio:lists.removeItem', { number: index + 1 })}
                  onClick={() => writeItems(removeFrom(items, item.id))}
                >
                  {t('studio:card.remove')}
                </button>
              </div>
            </li>
          );
        })}
      </ol>
      <div className="row">
        <button
          type="button"
          onClick={() => {
            const taken = new Set(items.map(({ id }) => id));
            let number = items.length + 1;
            while (taken.has(`punkt.${number}`)) number += 1;
            writeItems([...items, { id: `punkt.${number}`, text: '' }]);
          }}
        >
          {t('studio:lists.addItem')}
        </button>
        <button type="button" className="danger" onClick={onRemove}>
          {t('studio:lists.remove')}
        </button>
      </div>
    </section>
  );
}
