// Small parts that several pages show.

import { el } from '../dom.mjs';
import { bounds, percent } from '../format.mjs';
import { locale, t } from '../language.mjs';
import { symbol } from '../symbols.mjs';

const monthName = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });

export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** "November 2026" of "2026-11". */
export const nameOfMonth = (month) => monthName.format(Date.parse(`${month}-01T00:00:00Z`));

/** "2026-12" after "2026-11" and one, "2026-10" and minus one. */
export function monthAfter(month, step) {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + step);
  return date.toISOString().slice(0, 7);
}

/** To the months before and after, as far as there is anything. */
export function monthWays(page, { month, first, last }) {
  const way = (to, key) => {
    const known = to >= first && to <= last;
    return known
      ? el('a', { class: 'button', href: `${page}?month=${to}`, rel: to < month ? 'prev' : 'next' }, t(key, { month: nameOfMonth(to) }))
      : el('span', {});
  };
  return el('nav', { class: 'month-ways', 'aria-label': t('month.ways') }, way(monthAfter(month, -1), 'month.before'), way(monthAfter(month, 1), 'month.after'));
}

/** "99.941 % (99.938–99.944)", or why there is no figure. */
export function uptime({ uptime: figure, low, high }) {
  if (figure === null) return el('span', { class: 'small' }, t('uptime.notEnough'));
  return el('span', { class: 'nowrap' }, el('strong', {}, percent(figure)), el('span', { class: 'small' }, bounds(low, high)));
}

export const orDash = (value, write) => (value === null ? '–' : write(value));

/** A table whose first cell in each row is its header; scrolls by itself where it is too wide. */
export function table(caption, names, rows) {
  const head = el('tr', {}, ...names.map((name) => el('th', { scope: 'col' }, name)));
  const lines = rows.map(([first, ...rest]) => el('tr', {}, el('th', { scope: 'row', dir: 'auto' }, first), ...rest.map((cell) => el('td', {}, cell))));
  const node = el('table', {}, el('caption', { class: 'unseen' }, caption), el('thead', {}, head), el('tbody', {}, ...lines));
  return el('div', { class: 'card scrolls', role: 'region', 'aria-label': caption, tabindex: '0' }, node);
}

/** Shape and word. */
export function state(tone, word) {
  return el('span', { class: `badge state tone-${tone}` }, symbol(tone), el('span', {}, word));
}

export const heading = (text) => el('h2', {}, text);

/** A sentence under a heading or a title. */
export const note = (text, more = {}) => el('p', { class: 'small', ...more }, text);
