/**
 * The number as a telephone dials it, in E.164: nine digits are a Polish number (numbering plan, since 2005 the area code
 * is always dialled).
 *
 * @param written as people write it: „24 235 00 11”, „(24) 235-00-11 wew. 12”, „+48 600 000 001”, „0048 …”
 * @returns null where it is no such number: an extension alone, too few digits
 */
export function dialled(written: string): string | null {
  const [number = ''] = written.split(/[a-zęóąśłżźćń,;#]/i).filter((part) => /\d/.test(part));
  const digits = number.replace(/\D/g, '');
  const isAbroad = /^\s*(?:\+|00)/.test(number);
  const whole = isAbroad ? digits.replace(/^00/, '') : digits.length === 9 ? `48${digits}` : digits;
  const isNumber = isAbroad ? /^[1-9]\d{6,14}$/.test(whole) : /^48\d{9}$/.test(whole);
  return isNumber ? `+${whole}` : null;
}
