import { t } from './words';

export interface ChoiceProps<Value extends string> {
  /** What the menu is for, for those who do not see the sentence round it. */
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, name: string])[];
  onChange(value: Value): void;
}

/** A menu in the middle of a sentence. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <select aria-label={label} value={value} onChange={({ target }) => onChange(target.value as Value)}>
      {options.some(([one]) => one === value) || <option value={value}>{value}</option>}
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}

export interface ChoicesProps<Value extends string> {
  values: Value[];
  options: readonly (readonly [value: Value, name: string])[];
  onChange(values: Value[]): void;
}

/** „sprawa lub decyzja”: one menu after another, at least one. */
export function Choices<Value extends string>({ values, options, onChange }: ChoicesProps<Value>) {
  const free = options.filter(([one]) => !values.includes(one));
  const nameOf = (value: Value) => options.find(([one]) => one === value)?.[1] ?? value;
  return (
    <>
      {values.map((value, index) => (
        <span key={value} className="choice">
          {index > 0 && <span>{t('condition:or')}</span>}
          <Choice
            label={t('studio:when.value')}
            value={value}
            options={options.filter(([one]) => one === value || !values.includes(one))}
            onChange={(next) => onChange(values.with(index, next))}
          />
          {values.length > 1 && (
            <button
              type="button"
              className="quiet"
              aria-label={t('studio:when.removeValue', { value: nameOf(value) })}
              onClick={() => onChange(values.toSpliced(index, 1))}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {free[0] && (
        <button type="button" className="quiet" onClick={() => free[0] && onChange([...values, free[0][0]])}>
          {t('studio:when.addValue')}
        </button>
      )}
    </>
  );
}
