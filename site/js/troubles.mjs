// What is wrong now: the open incidents, then the components in trouble that no incident tells of.

import { el, keep, mark, say } from './dom.mjs';
import { list } from './format.mjs';
import { sentences, t } from './language.mjs';
import { badge } from './symbols.mjs';
import { EVIDENCE, evidencePicture, namesOf, updateList } from './told.mjs';
import { course, isTrouble, reason, side, since, stateWord, troubleTitle } from './words.mjs';

const RIPE = 20_000; // evidence is written some seconds after its round
const MOST_CARDS = 6;
const MOST_UPDATES = 8;
const WORST_FIRST = ['down', 'partial', 'degraded', 'maintenance', 'unknown'];

export function troubleCards(section) {
  const cards = new Map();
  const place = el('div', { class: 'cards' });
  const more = el('p', { class: 'more' });
  section.append(place, more);
  return {
    /** @param {?object} view null hides everything: old trouble is no news */
    update(view) {
      const troubles = view === null ? [] : [...told(view), ...untold(view)];
      section.hidden = troubles.length === 0;
      keep(place, cards, troubles.slice(0, MOST_CARDS), createCard);
      const left = troubles.length - MOST_CARDS;
      more.hidden = left <= 0;
      say(more, left > 0 ? t('trouble.more', { n: left }) : '');
    },
    tick(now) {
      for (const card of cards.values()) card.tick(now);
    },
  };
}

const components = (status) => status.groups.flatMap((group) => group.components);
const byTone = (a, b) => WORST_FIRST.indexOf(a.tone) - WORST_FIRST.indexOf(b.tone);
const isOpen = ({ ended }) => ended === null;

function told({ status, now }) {
  const all = components(status);
  const names = new Map(all.map((one) => [one.id, one.name]));
  return status.incidents.filter(isOpen).map((incident) => {
    const ids = incident.affected.map(({ id }) => id);
    const problems = all.filter(({ id }) => ids.includes(id)).flatMap((one) => one.problems);
    return {
      ...incident,
      id: `incident ${incident.id}`,
      link: `incident.html?id=${incident.id}`,
      title: incident.title || namesOf(incident.affected, names).join(', '),
      stage: [incident.progress === '' ? '' : t(`progress.${incident.progress}`), t(`impact.${incident.impact}`)].filter((word) => word !== '').join(' · '),
      since: incident.started,
      unstable: null,
      names: namesOf(incident.affected, names),
      problems,
      pictures: shown(problems, [...incident.evidence].reverse(), now),
      watched: reporting(status),
      now,
    };
  }).sort(byTone);
}

function untold({ status, now }) {
  const covered = new Set(status.incidents.filter(isOpen).flatMap((one) => one.affected.map(({ id }) => id)));
  return components(status)
    .filter((component) => !covered.has(component.id) && needsCard(component, status.headline))
    .sort(byTone)
    .map((component) => ({
      ...component,
      title: troubleTitle(component),
      link: '',
      stage: '',
      byMonitor: false,
      names: [component.name],
      updates: [],
      pictures: shown(component.problems, [], now),
      watched: reporting(status),
      now: 0,
    }));
}

/** A blind monitor is told once, at the top, and not for each component again. */
function needsCard({ tone, problems }, headline) {
  if (isTrouble(tone)) return true;
  return tone !== 'operational' && problems.length > 0 && headline !== 'cannot_see';
}

function reporting({ places }) {
  return places.filter((one) => one.state === 'reporting').map((one) => one.name);
}

function createCard() {
  const state = badge('state');
  const stage = el('span', { class: 'stage' });
  const time = el('p', { class: 'since' });
  const title = el('h3', { dir: 'auto' });
  const what = el('p', { class: 'what' });
  const goesOn = el('p', { class: 'what' });
  const facts = el('dl', { class: 'facts' });
  const detail = el('div', { class: 'trouble-body' });
  const head = el('div', { class: 'trouble-head' }, state.node, stage, time);
  const node = el('article', { class: 'card trouble' }, head, title, what, goesOn, facts, detail);
  let shown = { since: null, seemsOver: null, unstable: null };
  let key = '';
  return {
    node,
    tick(now) {
      say(time, since(shown.since, now));
      say(goesOn, course(shown, now));
      goesOn.hidden = goesOn.textContent === '';
    },
    update(trouble) {
      shown = trouble;
      const wanted = JSON.stringify({ ...trouble, now: 0, days: [] });
      if (wanted === key) return;
      key = wanted;
      node.className = `card trouble tone-${trouble.tone}`;
      state.show(trouble.tone, stateWord(trouble.tone));
      say(stage, trouble.stage);
      mark(title, 'lang', trouble.byMonitor ? 'en' : null);
      title.replaceChildren(trouble.link === '' ? trouble.title : el('a', { href: trouble.link }, trouble.title));
      say(what, sentences(...unique(trouble.problems.map((problem) => reason(problem.reason)))));
      what.hidden = what.textContent === '';
      facts.replaceChildren(...factsOf(trouble.names, trouble.problems, trouble.watched));
      detail.replaceChildren(...detailOf(trouble));
      detail.hidden = detail.childElementCount === 0;
    },
  };
}

function detailOf({ problems, pictures, updates, now }) {
  const evidence = problems.length === 0 ? [] : [el('ul', { class: 'evidence' }, ...problems.map(line))];
  const told = updates.length === 0 ? [] : [updateList(updates.slice(0, MOST_UPDATES), 'progress', now)];
  return [...pictures.map(three), ...told, ...evidence];
}

const unique = (words) => [...new Set(words.filter((word) => word !== ''))];

function factsOf(names, problems, watched) {
  const sides = unique(problems.map((problem) => side(problem.side)));
  return [
    fact(t('fact.side'), sides.length === 0 ? t('side.unknown') : sides.join('; ')),
    fact(t('fact.affects'), names.length === 0 ? '–' : list(names, 4)),
    fact(t('fact.watched'), watched.length === 0 ? '–' : list(watched, 6)),
  ];
}

function fact(term, text) {
  return el('div', {}, el('dt', {}, term), el('dd', { dir: 'auto' }, text));
}

function line({ check, message, evidence }) {
  const what = el('bdi', { class: 'message', lang: 'en' }, message);
  const item = el('li', {}, el('bdi', { class: 'check' }, check), ' ', what);
  if (evidence !== '') item.append(' ', el('a', { href: EVIDENCE + evidence }, t('evidence.answer')));
  return item;
}

/** The newest that says most, once it can be there: "20261126T142600000Z…" names its round. */
function shown(problems, others, now) {
  const ids = unique([...problems.filter((one) => one.reason === 'IMAGE').map((one) => one.evidence), ...others]);
  return ids.filter((id) => !(now - roundOf(id) < RIPE)).slice(0, 1);
}

const roundOf = (id) => Date.parse(id.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z.*/, '$1-$2-$3T$4:$5:$6.$7Z'));

/** Not everything that fails has a picture: what was kept says so before one is asked for. */
function three(id) {
  const place = el('figure', { class: 'three', hidden: '' });
  evidencePicture(id).then((picture) => {
    if (picture === null) return place.remove();
    const names = ['expected', 'received', 'unlike'].map((name) => el('span', {}, t(`evidence.${name}`)));
    place.append(picture, el('figcaption', { 'aria-hidden': 'true' }, ...names));
    place.hidden = false;
    return undefined;
  });
  return place;
}
