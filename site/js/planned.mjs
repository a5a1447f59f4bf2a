// Planned work: what goes on now, and the next of what is to come.

import { el, keep } from './dom.mjs';
import { fromNow, list } from './format.mjs';
import { t } from './language.mjs';
import { symbol } from './symbols.mjs';
import { namesOf, safeNodes, stampSpan, updateList } from './told.mjs';

const MOST = 3;
const RUNNING = ['in_progress', 'verifying'];

export function plannedCards(section) {
  const cards = new Map();
  const place = el('div', { class: 'cards' });
  const more = el('p', { class: 'more' }, el('a', { href: 'maintenance.ics' }, ''));
  section.append(place, more);
  return {
    update(view) {
      const works = view === null ? [] : next(view);
      section.hidden = works.length === 0;
      keep(place, cards, works.slice(0, MOST), createCard);
      more.hidden = works.length <= MOST;
      more.firstChild.textContent = more.hidden ? '' : t('work.more', { n: works.length - MOST });
    },
  };
}

/** Of work that comes again only the next time: the calendar has them all. */
function next({ status, now }) {
  const names = new Map(status.groups.flatMap((group) => group.components).map((one) => [one.id, one.name]));
  const seen = new Set();
  return status.works
    .filter((work) => RUNNING.includes(work.status) || (work.status === 'scheduled' && work.end > now))
    .filter((work) => RUNNING.includes(work.status) || (!seen.has(work.series) && seen.add(work.series)))
    .sort((a, b) => RUNNING.includes(b.status) - RUNNING.includes(a.status) || a.start - b.start)
    .map((work) => ({ ...work, now, names: namesOf(work.affected, names) }));
}

function createCard() {
  const body = el('div', { class: 'work-words' });
  const link = el('p', { class: 'work-link' });
  const node = el('article', { class: 'card work' }, symbol('maintenance'), body, link);
  let key = '';
  return {
    node,
    update(work) {
      const running = RUNNING.includes(work.status);
      const when = running ? '' : fromNow(work.start, work.now);
      const wanted = JSON.stringify({ ...work, now: 0, when });
      if (wanted === key) return;
      key = wanted;
      node.className = running ? 'card work work-now tone-maintenance' : 'card work';
      body.replaceChildren(...wordsOf(work, running, when));
      link.replaceChildren(...(work.series === '' ? [] : [el('a', { href: `maintenance/${work.series}.ics` }, t('work.calendar'))]));
    },
  };
}

function wordsOf({ title, start, end, announcedEnd, html, text, names, updates, now }, running, when) {
  const heading = el('h3', { dir: 'auto' }, t(running ? 'work.now' : 'work.planned', { title }));
  const time = el('p', { class: 'work-time' }, stampSpan(start, end, now), when === '' ? '' : ` · ${when}`);
  const late = running && announcedEnd !== null && end > announcedEnd ? [el('p', { class: 'work-time' }, t('work.overruns'))] : [];
  const said = html === '' && text === '' ? [] : [el('div', { class: 'said', dir: 'auto' }, ...safeNodes(html, text))];
  const affects = names.length === 0 ? [] : [el('p', { class: 'work-time', dir: 'auto' }, t('work.affects', { names: list(names, 6) }))];
  const told = updates.length === 0 ? [] : [updateList(updates, 'work', now)];
  return [heading, time, ...late, ...said, ...affects, ...told];
}
