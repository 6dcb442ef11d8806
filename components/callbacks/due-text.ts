import { warsawDay } from '@/lib/calendar';
import { type Callback, groupedPhone, isSettled } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';

const zone = 'Europe/Warsaw';
const clock = new Intl.DateTimeFormat('pl-PL', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const date = (language: string) =>
  new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' });

/** `14:30`, on Warsaw's clock. @param at in milliseconds since the epoch */
function clockOf(at: number): string {
  return clock.format(at);
}

/** `dziś 14:30`, `jutro 10:00`, `pon., 30 lis 10:00`. */
export function momentText(at: number, now: Date): string {
  const days = warsawDay(at) - warsawDay(now);
  const time = clockOf(at);
  if (days === 0) return t('callbacks:due.today', { time });
  if (days === 1) return t('callbacks:due.tomorrow', { time });
  return `${date(t('callbacks:due.locale')).format(at)} ${time}`;
}

/** When to call, or what became of it: `za 20 min · 14:30`, `teraz`, `po terminie od 14:30`, `załatwione dziś 9:12`. */
export function dueText(callback: Callback, now: Date): string {
  const { state, due, settledAt } = callback;
  if (isSettled(callback)) {
    const time = momentText(settledAt ?? due, now);
    if (state === 'kept') return t('callbacks:state.kept', { time });
    if (state === 'handed-over') {
      return t('callbacks:state.handedOver', { time, colleague: callback.colleague ?? '' });
    }
    return t('callbacks:state.withdrawn', { time });
  }
  const minutes = Math.ceil((due - now.getTime()) / 60_000);
  if (minutes > 0 && minutes < 60) return t('callbacks:due.soon', { count: minutes, time: clockOf(due) });
  if (minutes > 0) return momentText(due, now);
  if (minutes > -5) return t('callbacks:due.now', { time: clockOf(due) });
  return warsawDay(due) === warsawDay(now)
    ? t('callbacks:due.overdueSince', { time: clockOf(due) })
    : t('callbacks:due.overdueSince', { time: momentText(due, now) });
}

/** A number as it is read aloud: `600 123 456`, `24 236 01 23`, with an extension where there is one. */
export function phoneText({ phone, extension }: Pick<Callback, 'phone' | 'extension'>): string {
  if (phone === undefined) return '';
  const number = groupedPhone(phone);
  return extension === undefined ? number : t('callbacks:phone.extension', { number, extension });
}

/** `••• ••• 456`: the number without all but its last three digits; a short one would be told by them, and goes whole. */
export function coveredNumber({ phone }: Pick<Callback, 'phone'>): string {
  const text = phone === undefined ? '' : phoneText({ phone });
  let left = text.replace(/\D/g, '').length;
  const shown = left > 5 ? 3 : 0;
  return text.replace(/\S/g, (sign) => {
    const isDigit = /\d/.test(sign);
    if (isDigit) left -= 1;
    return isDigit && left < shown ? sign : '•';
  });
}

/** The digits that a covered number keeps, each for itself, as a screen reader is to say them. */
export function spelledEnd(callback: Pick<Callback, 'phone'>): string {
  return [...coveredNumber(callback).replace(/\D/g, '')].join(' ');
}

/** For `href`: RFC 3966. */
export function telOf({ phone = '', extension }: Pick<Callback, 'phone' | 'extension'>): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}${extension === undefined ? '' : `;ext=${extension}`}`;
}
