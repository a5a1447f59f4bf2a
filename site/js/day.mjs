// What one day says: its column in heights and its details in words. Pure functions of the day's milliseconds.

import { dayName, duration, percent } from './format.mjs';
import { t } from './language.mjs';
import { stateWord } from './words.mjs';

export const HEIGHT = 34;
export const LEAST = 7;
const WHOLE_DAY = 24 * 3600 * 1000;
const BAD = ['down', 'partial', 'degraded', 'maintenance'];

/**
 * The column from its foot: bad time by the square root of its share, at least LEAST each, then good
 * time up to the observed share of the day.
 *
 * @param {boolean} today the day is not over: its length is what has passed of it
 * @returns {{parts: {tone: string, height: number}[], full: boolean}} heights add up to HEIGHT at most
 */
export function column(day, today) {
  const whole = length(day, today);
  if (whole === 0) return { parts: [], full: false };
  const bad = shrink(BAD.filter((tone) => day[tone] > 0)
    .map((tone) => ({ tone, height: Math.max(LEAST, HEIGHT * Math.sqrt(day[tone] / whole)) })));
  const badHeight = bad.reduce((sum, part) => sum + part.height, 0);
  const fill = HEIGHT * Math.min(1, seen(day) / whole);
  const good = day.operational > 0 ? Math.max(2, fill - badHeight) : 0;
  const parts = good > 0 && badHeight + good <= HEIGHT + 0.01
    ? [...bad, { tone: 'operational', height: good }]
    : bad;
  return { parts, full: parts.reduce((sum, part) => sum + part.height, 0) > HEIGHT - 0.5 };
}

function seen(day) {
  return day.operational + day.degraded + day.partial + day.down + day.maintenance;
}

function length(day, today) {
  const elapsed = seen(day) + day.unobserved;
  return today || elapsed === 0 ? elapsed : Math.max(elapsed, WHOLE_DAY);
}

/** Several bad states may want more than the whole: what is above the least gives way. */
function shrink(parts) {
  const total = parts.reduce((sum, part) => sum + part.height, 0);
  if (total <= HEIGHT) return parts;
  const above = total - LEAST * parts.length;
  const room = HEIGHT - LEAST * parts.length;
  return parts.map(({ tone, height }) => ({ tone, height: LEAST + ((height - LEAST) * room) / above }));
}

/**
 * @returns {{title: string, lines: {tone: string, text: string}[], observed: string,
 *     told: {id: string, title: string}[], spoken: string}} told: incidents and work of that day
 */
export function details(day, today) {
  const title = today ? t('day.today', { day: dayName(day.date) }) : dayName(day.date);
  const whole = length(day, today);
  const told = day.told ?? [];
  const heard = told.map((one) => `; ${one.title}`).join('');
  if (whole === 0 || seen(day) === 0) {
    const lines = [{ tone: 'unknown', text: t('day.noData') }];
    return { title, lines, observed: '', told, spoken: `${title}: ${t('day.noData')}${heard}` };
  }
  const bad = BAD.filter((tone) => day[tone] > 0)
    .map((tone) => ({ tone, text: t('day.state', { state: stateWord(tone), duration: duration(day[tone]) }) }));
  const range = day.most > day.least
    ? [{ tone: 'unknown', text: t('day.range', { least: duration(day.least), most: duration(day.most) }) }]
    : [];
  const lines = bad.length > 0 ? [...bad, ...range] : [{ tone: 'operational', text: t('day.operational') }];
  const share = (Math.floor((1000 * seen(day)) / whole) / 10).toFixed(1);
  const observed = t('day.observed', { percent: percent(share) });
  const spoken = `${title}: ${lines.map((line) => line.text).join(', ')}; ${observed}${heard}`;
  return { title, lines, observed, told, spoken };
}
