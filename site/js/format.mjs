// Numbers, durations and times as people read them.

const SPACE = '\u00a0';
const NARROW = '\u202f';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit',
});
const localDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short' });
const utcDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC',
});
const grouped = new Intl.NumberFormat('en-GB');

/** 40 s, 23 min, 3 h 12 min, 4 days: rounded down, so that nothing sounds longer than it was. */
export function duration(milliseconds) {
  if (milliseconds < MINUTE) return `${Math.floor(Math.max(0, milliseconds) / SECOND)}${SPACE}s`;
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)}${SPACE}min`;
  if (milliseconds >= 2 * DAY) return `${Math.floor(milliseconds / DAY)}${SPACE}days`;
  const hours = `${Math.floor(milliseconds / HOUR)}${SPACE}h`;
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  return minutes === 0 ? hours : `${hours} ${minutes}${SPACE}min`;
}

/** 14:02, with the day when it is not that of `now`; both in the visitor's zone. */
export function moment(instant, now) {
  const today = localDay.format(instant) === localDay.format(now);
  return (today ? clock : dayAndClock).format(instant);
}

export const hourOfDay = (instant) => clock.format(instant);

/** @param {string} date a UTC day such as 2026-11-23 */
export const dayName = (date) => utcDay.format(Date.parse(`${date}T00:00:00Z`));

export const percent = (text) => `${text}${NARROW}%`;

/** " (99.979–99.985)", nothing where the bounds are not known or one and the same. */
export const bounds = (low, high) => (low === null || high === null || low === high ? '' : ` (${low}–${high})`);

export const milliseconds = (value) =>
  value === null ? '–' : `${value < 10 ? value.toFixed(1) : grouped.format(Math.round(value))}${SPACE}ms`;

export const number = (value) => grouped.format(value);

/** "1 check", "24 checks". */
export const count = (value, noun) => `${number(value)}${SPACE}${noun}${value === 1 ? '' : 's'}`;

/** "a", "a and b", "a, b and c"; beyond `most` the rest is counted. */
export function list(words, most = 4) {
  const shown = words.length > most
    ? [...words.slice(0, most - 1), `${number(words.length - most + 1)} more`]
    : words;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
