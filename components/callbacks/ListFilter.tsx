import { type RefObject, useId } from 'react';
import { type ListView, listOrders, shownCallers, shownStates } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';

/** What the list shows, who is to call, in which order: three choices that the arrow keys go through. */
export function ListFilter({ view, onView }: { view: ListView; onView(view: ListView): void }) {
  const id = useId();
  const choice = <Name extends keyof ListView>(
    name: Name,
    label: string,
    values: readonly ListView[Name][],
    nameOf: (value: ListView[Name]) => string,
  ) => (
    <p className="field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <select
        id={`${id}-${name}`}
        value={view[name]}
        onChange={({ target }) => onView({ ...view, [name]: target.value })}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <fieldset className="list-filter">
      <legend className="visually-hidden">{t('callbacks:filter.name')}</legend>
      {choice('state', t('callbacks:filter.state'), shownStates, stateName)}
      {choice('caller', t('callbacks:filter.caller'), shownCallers, callerName)}
      {choice('order', t('callbacks:filter.order'), listOrders, orderName)}
    </fieldset>
  );
}

/** What is shown where it is not everything that waits, and the way back to that. */
export function FilterLine({
  view,
  onClear,
  opener,
}: {
  view: ListView;
  onClear(): void;
  /** Takes the focus, as the button goes with what it clears. */
  opener: RefObject<HTMLButtonElement | null>;
}) {
  return (
    <p className="filter-line">
      <span>
        {t('callbacks:filter.shown')} {viewText(view)}
      </span>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          opener.current?.focus();
          onClear();
        }}
      >
        {t('callbacks:filter.clear')}
      </button>
    </p>
  );
}

/** „po terminie, dzwonię ja”. */
function viewText({ state, caller, order }: ListView): string {
  return [
    stateName(state).toLowerCase(),
    caller === 'all' ? '' : callerName(caller).toLowerCase(),
    order === 'due' ? '' : orderName(order).toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');
}

function stateName(state: ListView['state']): string {
  switch (state) {
    case 'waiting':
      return t('callbacks:filter.waiting');
    case 'overdue':
      return t('callbacks:filter.overdue');
    case 'open':
      return t('callbacks:filter.open');
    case 'attempted':
      return t('callbacks:filter.attempted');
    case 'settled':
      return t('callbacks:filter.settled');
    case 'kept':
      return t('callbacks:filter.kept');
    case 'handed-over':
      return t('callbacks:filter.handedOver');
  }
}

function callerName(caller: ListView['caller']): string {
  switch (caller) {
    case 'all':
      return t('callbacks:filter.anybody');
    case 'mine':
      return t('callbacks:filter.mine');
    case 'colleague':
      return t('callbacks:filter.colleague');
  }
}

function orderName(order: ListView['order']): string {
  switch (order) {
    case 'due':
      return t('callbacks:filter.byDue');
    case 'name':
      return t('callbacks:filter.byName');
    case 'noted':
      return t('callbacks:filter.byNoted');
  }
}
