import { attemptName, phoneText, reasonName } from '@/components/callbacks';
import { channelName } from './channel-name';
import type { FoundData } from './PersonSection';
import { t } from './words';

type Language = 'pl' | 'en';
type Part = Pick<FoundData, 'callbacks' | 'encounters' | 'others' | 'served'>;

/** What is kept of a person, to be read by that person. */
export function personText(found: Part, now: Date, language: Language): string {
  const time = timeText(language);
  const services = servicesOf(found);
  return [
    t('data:file.title'),
    t('data:file.written', { time: time(now.getTime()) }),
    '',
    t('data:file.callbacks', { count: found.callbacks.length }),
    ...found.callbacks.flatMap((callback, index) => ['', ...callbackLines(callback, index + 1, time)]),
    '',
    t('data:file.services', { count: services.length }),
    ...services.map(({ startedAt, channel, unfinished, cases = [] }) =>
      [time(startedAt), channelName(channel), unfinished?.reason, ...cases.filter(isWritten)]
        .filter(Boolean)
        .join(', '),
    ),
    '',
    t('data:file.others', { count: found.others.length }),
    ...found.others.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value))),
    '',
  ].join('\n');
}

function callbackLines(
  callback: FoundData['callbacks'][number],
  number: number,
  time: (at: number) => string,
): string[] {
  const { name, subject, caseSign, due, promisedAt, reason, note, colleague, attempts, settledAt } = callback;
  const whom = [name, phoneText(callback)].filter(Boolean).join(', ') || t('data:file.untold');
  const tries = attempts.map(({ at, outcome }) => `${time(at)} – ${attemptName(outcome)}`).join('; ');
  const lines: [label: string, text: string | undefined][] = [
    [t('data:file.subject'), subject],
    [t('data:file.caseSign'), caseSign],
    [t('data:file.due'), time(due)],
    [t('data:file.promised'), time(promisedAt)],
    [t('data:file.reason'), reasonName(reason)],
    [t('data:file.note'), note],
    [t('data:file.colleague'), colleague],
    [t('data:file.attempts'), tries],
    [t('data:file.state'), stateName(callback.state)],
    [t('data:file.settled'), settledAt === undefined ? undefined : time(settledAt)],
  ];
  return [
    `${number}. ${whom}`,
    ...lines.flatMap(([label, text]) => (text ? [`   ${label}: ${text.replaceAll('\n', '\n   ')}`] : [])),
  ];
}

function stateName(state: FoundData['callbacks'][number]['state']): string {
  switch (state) {
    case 'open':
      return t('data:file.isOpen');
    case 'attempted':
      return t('data:file.isAttempted');
    case 'broken':
      return t('data:file.isBroken');
    case 'kept':
      return t('data:file.isKept');
    case 'handed-over':
      return t('data:file.isHandedOver');
    case 'withdrawn':
      return t('data:file.isWithdrawn');
  }
}

/** A keyed hash of a case sign says nothing to anybody. */
const isWritten = (sign: string) => !/^[0-9a-f]{24}$/.test(sign);

/** Each service once: those that say something, and those in which something was promised. */
const servicesOf = ({ encounters, served }: Part) => [
  ...new Map([...served, ...encounters].map((one) => [one.id, one])).values(),
];

/** The same for a machine (art. 15 ust. 3 i art. 20 RODO): times as ISO 8601, nothing of what only Obok needs. */
export function personJson(found: Part, now: Date): string {
  const { callbacks, others } = found;
  const whole = {
    format: 'obok-person/1',
    writtenAt: now.toISOString(),
    callbacks: callbacks.map(({ announced: _, telling: __, ...rest }) => rest),
    services: servicesOf(found),
    others: others.map(({ value }) => value),
  };
  const isTime = /(?:^(?:at|due|since)|At)$/;
  return `${JSON.stringify(whole, (key, value) => (typeof value === 'number' && isTime.test(key) ? new Date(value).toISOString() : value), 2)}\n`;
}

const timeText = (language: Language) => {
  const format = new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', {
    timeZone: 'Europe/Warsaw',
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return (at: number) => format.format(at);
};
