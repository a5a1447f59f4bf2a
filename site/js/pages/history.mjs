// What happened, month by month: a calendar of days, the figures of the month, incidents and planned work.

import { el } from '../dom.mjs';
import { dayName, duration, percent } from '../format.mjs';
import { locale, t } from '../language.mjs';
import { incidents, stamp, stampSpan, works } from '../told.mjs';
import { details } from '../day.mjs';
import { symbol } from '../symbols.mjs';
import { ask } from './ask.mjs';
import { frame, named, show, wanted } from './frame.mjs';
import { heading, MONTH, monthWays, nameOfMonth, note, orDash, table, uptime } from './parts.mjs';
import { readMonth } from './reading.mjs';

const DAY = 24 * 3600 * 1000;
const TONES = ['operational', 'degraded', 'partial', 'down', 'maintenance', 'unobserved'];
const BAD = ['down', 'partial', 'degraded', 'maintenance'];
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
const weekdayLong = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
/** In most of the world a week begins on Monday. */
const FIRST = new Intl.Locale(locale).getWeekInfo?.().firstDay ?? 1;

frame();
show(async (place) => {
  const { document: answer, now } = await ask(`api/v1/history/${wanted('month', MONTH) || new Date().toISOString().slice(0, 7)}`);
  const month = { ...readMonth(answer), incidents: incidents(answer.incidents), works: works(answer.maintenance).filter(({ status }) => status !== 'scheduled') };
  const title = nameOfMonth(month.month);
  named(title, answer.page);
  document.getElementById('title').replaceChildren(title);
  const calendarPlace = el('div', {});
  const draw = (id) => calendarPlace.replaceChildren(calendar(month, id, now));
  draw('');
  place.replaceChildren(
    el('p', { class: 'meaning' }, summary(month)),
    ...(month.components.length > 1 ? [chooser(month, draw)] : []),
    calendarPlace,
    monthWays('history.html', month),
    heading(t('history.happened')), ...happened(month, now),
    heading(t('history.figures')), figures(month),
    el('p', { class: 'after' }, el('a', { href: `report.html?month=${month.month}` }, t('history.report'))),
  );
});

function summary({ incidents: list, asOf, end }) {
  const count = list.length === 0 ? t('history.none') : t('history.count', { n: list.length });
  return asOf < end ? t('history.soFar', { count }) : count;
}

function chooser({ components }, draw) {
  const select = el('select', { id: 'part' }, new Option(t('history.all'), ''), ...components.map(({ id, name }) => new Option(name, id)));
  select.addEventListener('change', () => draw(select.value));
  return el('p', { class: 'tools' }, el('label', { for: 'part' }, t('history.show')), select);
}

/** A table of weeks; the days of a component, or of each state the worst component. */
function calendar(month, id, now) {
  const days = daysOf(month, id);
  const told = happenedOn(month, now);
  const first = new Date(`${month.month}-01T00:00:00Z`);
  const before = (first.getUTCDay() - FIRST + 7) % 7;
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const weeks = Math.ceil((before + length) / 7);
  const rows = Array.from({ length: weeks }, (_, week) => el('tr', {}, ...Array.from({ length: 7 }, (__, column) => {
    const number = week * 7 + column - before + 1;
    if (number < 1 || number > length) return el('td', { class: 'no-day' });
    const date = `${month.month}-${String(number).padStart(2, '0')}`;
    return cell(number, date, { day: days.get(date), told: told.get(date) ?? [], whole: id === '' });
  })));
  const names = Array.from({ length: 7 }, (_, column) => new Date(Date.UTC(2024, 0, 7 + ((FIRST + column) % 7))));
  const head = el('tr', {}, ...names.map((day) => el('th', { scope: 'col', abbr: weekdayLong.format(day) }, weekday.format(day))));
  return el('table', { class: 'card calendar' }, el('caption', { class: 'unseen' }, nameOfMonth(month.month)), el('thead', {}, head), el('tbody', {}, ...rows));
}

function daysOf({ components }, id) {
  const days = new Map();
  for (const component of components.filter((one) => id === '' || one.id === id)) {
    for (const day of component.days) days.set(day.date, merged(days.get(day.date), day));
  }
  return days;
}

/** Of each state the component that was longest in it; good is what all of them were. */
function merged(one, other) {
  if (one === undefined) return { ...other };
  const both = { ...one };
  for (const tone of [...BAD, 'unobserved', 'least', 'most']) both[tone] = Math.max(one[tone], other[tone]);
  both.operational = Math.min(one.operational, other.operational);
  return both;
}

function cell(number, date, { day, told, whole: all }) {
  const node = el('td', {}, el('span', { class: 'day-number' }, String(number)));
  if (day === undefined) return node;
  const whole = TONES.reduce((sum, tone) => sum + day[tone], 0);
  const seen = whole - day.unobserved;
  const tone = seen <= 0 ? 'unknown' : BAD.find((one) => day[one] > 0) ?? 'operational';
  node.className = `day tone-${tone}`;
  const length = tone === 'operational' ? '' : tone === 'unknown' ? t(all ? 'history.unseen' : 'day.noData') : duration(day[tone]);
  node.append(symbol(tone), el('span', { class: 'day-length', 'aria-hidden': 'true' }, length), el('span', { class: 'unseen' }, spoken(day)));
  if (told.length > 0) node.append(el('a', { class: 'day-told', href: `#${anchor(told[0].id)}`, 'aria-label': t('history.told', { n: told.length, day: dayName(date) }) }, '●'));
  return node;
}

const spoken = (day) => details(day, false).spoken;
const anchor = (id) => `e-${id}`;

function happenedOn({ incidents: list, works: done }, now) {
  const dates = new Map();
  const add = (from, to, one) => {
    for (let at = Math.floor(from / DAY) * DAY; at <= to; at += DAY) {
      const date = new Date(at).toISOString().slice(0, 10);
      dates.set(date, [...(dates.get(date) ?? []), one]);
    }
  };
  for (const one of list) add(one.started, one.ended ?? now, one);
  for (const one of done) add(one.start, one.end, one);
  return dates;
}

function happened({ incidents: list, works: done, components }, now) {
  const names = new Map(components.map(({ id, name }) => [id, name]));
  if (list.length + done.length === 0) return [note(t('history.nothing'))];
  const all = [
    ...list.map((one) => ({ at: one.started, node: incident(one, names, now) })),
    ...done.map((one) => ({ at: one.start, node: work(one, names, now) })),
  ];
  return [el('ol', { class: 'card happened' }, ...all.sort((a, b) => b.at - a.at).map(({ node }) => node))];
}

function incident({ id, title, byMonitor, tone, started, ended, affected }, names, now) {
  const length = ended === null ? t('history.lasts') : t('history.lasted', { duration: duration(ended - started) });
  const heading3 = el('h3', { dir: 'auto', ...(byMonitor ? { lang: 'en' } : {}) }, el('a', { href: `incident.html?id=${id}` }, title));
  return entry(id, tone, heading3, [stamp(started, now), ` · ${length}`, affects(affected, names)]);
}

function work({ id, title, start, end, affected, status }, names, now) {
  const heading3 = el('h3', { dir: 'auto' }, el('a', { href: `incident.html?id=${id}` }, title));
  return entry(id, 'maintenance', heading3, [`${t(`work.${status}`)} · `, stampSpan(start, end, now), affects(affected, names)]);
}

function affects(affected, names) {
  const known = affected.map(({ id }) => names.get(id) ?? '').filter((name) => name !== '');
  return known.length === 0 ? '' : ` · ${known.join(', ')}`;
}

function entry(id, tone, title, facts) {
  return el('li', { id: anchor(id), tabindex: '-1' }, symbol(tone), el('div', {}, title, el('p', { class: 'small' }, ...facts)));
}

function figures({ components }) {
  const rows = components.map((one) => [one.name, uptime(one), orDash(one.coverage, percent), down(one.days)]);
  return table(t('history.figures'), [t('report.part'), t('report.uptimeShort'), t('report.coverage'), t('history.down')], rows);
}

/** Time down and partly down, as the days have it. */
function down(days) {
  const total = days.reduce((sum, day) => sum + day.down + day.partial, 0);
  return total === 0 ? '–' : duration(total);
}
