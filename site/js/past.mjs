// What happened lately: incidents that are over and work that is done, by day, newest first.

import { el } from './dom.mjs';
import { duration, list } from './format.mjs';
import { locale, t } from './language.mjs';
import { namesOf, stamp, stampSpan, updateList } from './told.mjs';

/** "Monday 23 November", in the visitor's zone. */
const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });

export function pastSection(section) {
  const days = el('div', { class: 'card past-card' });
  const all = el('p', { class: 'more' }, el('a', { href: 'history.html' }, t('past.all')));
  section.setAttribute('aria-labelledby', 'past-title');
  section.append(el('h2', { id: 'past-title' }, t('past.title')), days, all);
  let key = '';
  return {
    update({ status, now }) {
      const over = [...status.incidents.filter(({ ended }) => ended !== null).map(ofIncident), ...status.works.filter(isDone).map(ofWork)]
        .sort((a, b) => b.at - a.at);
      section.hidden = over.length === 0;
      const wanted = JSON.stringify(over);
      if (wanted === key) return;
      key = wanted;
      days.replaceChildren(...byDay(over, namesIn(status), now));
    },
  };
}

const isDone = ({ status }) => status === 'completed';
const ofIncident = (one) => ({ ...one, at: one.started, words: 'progress' });
const ofWork = (one) => ({ ...one, at: one.start, words: 'work' });

function namesIn(status) {
  return new Map(status.groups.flatMap((group) => group.components).map((one) => [one.id, one.name]));
}

function byDay(over, names, now) {
  const days = new Map();
  for (const one of over) {
    const day = longDay.format(one.at);
    days.set(day, [...(days.get(day) ?? []), entry(one, names, now)]);
  }
  return [...days].map(([day, entries]) => el('section', { class: 'past-day' }, el('h3', {}, day), ...entries));
}

function entry(one, names, now) {
  const isWork = one.words === 'work';
  const title = isWork ? t('work.done', { title: one.title }) : el('a', { href: `incident.html?id=${one.id}` }, one.title);
  const when = isWork
    ? [stampSpan(one.start, one.end, now)]
    : [stamp(one.started, now), ` · ${t('past.lasted', { duration: duration(one.ended - one.started) })}`];
  const affects = namesOf(one.affected, names);
  const parts = affects.length === 0 ? '' : ` · ${list(affects, 4)}`;
  const byMonitor = !isWork && one.byMonitor ? { lang: 'en' } : {};
  return el('article', { class: 'past-one' },
    el('h4', { dir: 'auto', ...byMonitor }, title),
    el('p', { class: 'past-facts' }, ...when, parts),
    updateList(one.updates.slice(0, 1), one.words, now));
}
