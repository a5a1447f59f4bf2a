// Numbers, durations and times as people read them, in the language of the page.

import { locale, t } from './language.mjs';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const clock = new Intl.DateTimeFormat(locale, CLOCK);
const dayAndClock = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...CLOCK });
const localDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short' });
const utcDay = new Intl.DateTimeFormat(locale, {
  weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC',
});
const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const and = new Intl.ListFormat(locale, { type: 'conjunction' });

/** 40 s, 23 min, 3 h 12 min, 4 days: rounded down, so that nothing sounds longer than it was. */
export function duration(milliseconds) {
  if (milliseconds < MINUTE) return t('duration.seconds', { n: Math.floor(Math.max(0, milliseconds) / SECOND) });
  if (milliseconds < HOUR) return t('duration.minutes', { n: Math.floor(milliseconds / MINUTE) });
  if (milliseconds >= 2 * DAY) return t('duration.days', { n: Math.floor(milliseconds / DAY) });
  const hours = t('duration.hours', { n: Math.floor(milliseconds / HOUR) });
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  return minutes === 0 ? hours : t('duration.hoursMinutes', { hours, minutes: t('duration.minutes', { n: minutes }) });
}

/** 14:02, with the day when it is not that of `now`; both in the visitor's zone. */
export function moment(instant, now) {
  const today = localDay.format(instant) === localDay.format(now);
  return (today ? clock : dayAndClock).format(instant);
}

/** The same in UTC, without its name; with the day when it is another than that of `now` there. */
export function inUtc(instant, now) {
  const today = new Date(instant).toISOString().slice(0, 10) === new Date(now).toISOString().slice(0, 10);
  const rest = today ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { ...rest, ...CLOCK, timeZone: 'UTC' }).format(instant);
}

/** "Thu 26 Nov, 02:00 – 03:30", with the year when it is another. */
export function span(start, end, now, timeZone = undefined) {
  const year = new Date(start).getUTCFullYear() === new Date(now).getUTCFullYear() ? {} : { year: 'numeric' };
  const shape = { weekday: 'short', day: 'numeric', month: 'short', ...year, ...CLOCK, timeZone };
  return new Intl.DateTimeFormat(locale, shape).formatRange(start, end);
}

/** "in 2 days", "in 3 hours": the largest unit that is full; "this minute" where none is. */
export function fromNow(instant, now) {
  const left = instant - now;
  const [unit, length] = [['day', DAY], ['hour', HOUR], ['minute', MINUTE]].find(([, one]) => Math.abs(left) >= one) ?? ['minute', MINUTE];
  const count = Math.trunc(left / length);
  return new Intl.RelativeTimeFormat(locale, { numeric: count === 0 ? 'auto' : 'always' }).format(count, unit);
}

/** "14:02 (13:02 UTC)", or "14:02 UTC" where the clocks agree. */
export function bothClocks(instant, now) {
  return isUtc(instant) ? `${moment(instant, now)} UTC` : `${moment(instant, now)} (${inUtc(instant, now)} UTC)`;
}

export const isUtc = (instant) => new Date(instant).getTimezoneOffset() === 0;

export const hourOfDay = (instant) => clock.format(instant);

/** @param {string} date a UTC day such as 2026-11-23 */
export const dayName = (date) => utcDay.format(Date.parse(`${date}T00:00:00Z`));

/** "99.941" of the data, with as many digits and the mark of the language. */
export function decimal(text) {
  const digits = text.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Number(text));
}

export const percent = (text) => t('percent', { n: decimal(text) });

/** " (99.979–99.985)", nothing where the bounds are not known or one and the same. */
export const bounds = (low, high) =>
  (low === null || high === null || low === high ? '' : ` (${decimal(low)}–${decimal(high)})`);

export const milliseconds = (value) =>
  value === null ? '–' : t('unit.milliseconds', { n: value < 10 ? tenths.format(value) : Math.round(value) });

/** "a", "a and b", "a, b and c"; beyond `most` the rest is counted. */
export function list(words, most = 4) {
  const shown = words.length > most
    ? [...words.slice(0, most - 1), t('list.more', { n: words.length - most + 1 })]
    : words;
  return and.format(shown);
}
