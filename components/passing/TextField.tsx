import { useEffect, useId, useRef, useState } from 'react';
import { dialled } from '@/lib/directory';
import { translate as t } from '@/lib/i18n';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string | undefined;
  /** What is wrong, told beside the field; announced when it comes. */
  fault?: string | undefined;
  type?: 'text' | 'tel';
  isLong?: boolean;
  /** Takes the focus when it appears. */
  isFocused?: boolean;
}

/** One labelled field. A number that is too short is told, and taken all the same: it may be an extension. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  fault,
  type = 'text',
  isLong,
  isFocused,
}: TextFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [isLeft, setLeft] = useState(false);
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  const isOddNumber = type === 'tel' && isLeft && value.trim() !== '' && dialled(value) === null;
  const note = fault ?? (isOddNumber ? t('passing:oddNumber') : hint);
  const shared = {
    id,
    ref: field,
    value,
    'aria-describedby': note === undefined ? undefined : `${id}-note`,
    'aria-invalid': fault === undefined ? undefined : true,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
    onFocus: () => setLeft(false),
    onBlur: () => setLeft(true),
  };
  return (
    <div className="passing-field">
      <label htmlFor={id}>{label}</label>
      {isLong ? <textarea rows={3} {...shared} /> : <input type={type} autoComplete="off" {...shared} />}
      <p id={`${id}-note`} className={fault === undefined ? 'soft' : 'fault'} role={fault && 'alert'}>
        {note}
      </p>
    </div>
  );
}
