// What is wrong now: one card per component in trouble, whose side it is, and what the monitor saw.

import { el, keep, say } from './dom.mjs';
import { badge } from './symbols.mjs';
import { list } from './format.mjs';
import { sentences, t } from './language.mjs';
import { course, isTrouble, reason, side, since, troubleTitle } from './words.mjs';

const MOST_CARDS = 6;
const EVIDENCE = 'api/v1/evidence/';
const WORST_FIRST = ['down', 'partial', 'degraded', 'maintenance', 'unknown'];

export function troubleCards(section) {
  const cards = new Map();
  const place = el('div', { class: 'cards' });
  const more = el('p', { class: 'more' });
  let watched = [];
  section.append(place, more);
  return {
    /** @param {?object} view null hides everything: old trouble is no news */
    update(view) {
      const troubles = view === null ? [] : worst(view.status);
      section.hidden = troubles.length === 0;
      watched = view === null ? [] : reporting(view.status);
      keep(place, cards, troubles.slice(0, MOST_CARDS), () => createCard(() => watched));
      const left = troubles.length - MOST_CARDS;
      more.hidden = left <= 0;
      say(more, left > 0 ? t('trouble.more', { n: left }) : '');
    },
    tick(now) {
      for (const card of cards.values()) card.tick(now);
    },
  };
}

function worst(status) {
  return status.groups
    .flatMap((group) => group.components)
    .filter((component) => needsCard(component, status.headline))
    .sort((a, b) => WORST_FIRST.indexOf(a.tone) - WORST_FIRST.indexOf(b.tone));
}

/** A blind monitor is told once, at the top, and not for each component again. */
function needsCard({ tone, problems }, headline) {
  if (isTrouble(tone)) return true;
  return tone !== 'operational' && problems.length > 0 && headline !== 'cannot_see';
}

function reporting({ places }) {
  return places.filter((one) => one.state === 'reporting').map((one) => one.name);
}

function createCard(watched) {
  const state = badge('state');
  const time = el('p', { class: 'since' });
  const title = el('h3', { dir: 'auto' });
  const what = el('p', { class: 'what' });
  const goesOn = el('p', { class: 'what' });
  const facts = el('dl', { class: 'facts' });
  const evidence = el('ul', { class: 'evidence' });
  const node = el('article', { class: 'card trouble' },
    el('div', { class: 'trouble-head' }, state.node, time), title, what, goesOn, facts, evidence);
  let start = null;
  let shown = '';
  let shownComponent = { seemsOver: null, unstable: null };
  return {
    node,
    tick(now) {
      say(time, since(start, now));
      say(goesOn, course(shownComponent, now));
      goesOn.hidden = goesOn.textContent === '';
    },
    update(component) {
      start = component.since;
      shownComponent = component;
      const key = JSON.stringify([component.name, component.tone, component.problems, watched()]);
      if (key === shown) return;
      shown = key;
      node.className = `card trouble tone-${component.tone}`;
      state.show(component.tone);
      say(title, troubleTitle(component));
      say(what, sentences(...unique(component.problems.map((problem) => reason(problem.reason)))));
      facts.replaceChildren(...factsOf(component, watched()));
      evidence.replaceChildren(...component.problems.map(line));
      evidence.hidden = component.problems.length === 0;
    },
  };
}

const unique = (words) => [...new Set(words.filter((word) => word !== ''))];

function factsOf({ name, problems }, watched) {
  const sides = unique(problems.map((problem) => side(problem.side)));
  return [
    fact(t('fact.side'), sides.length === 0 ? t('side.unknown') : sides.join('; ')),
    fact(t('fact.affects'), name),
    fact(t('fact.watched'), watched.length === 0 ? '–' : list(watched, 6)),
  ];
}

function fact(term, text) {
  return el('div', {}, el('dt', {}, term), el('dd', { dir: 'auto' }, text));
}

function line({ check, message, reason: found, evidence }) {
  const what = el('bdi', { class: 'message', lang: 'en' }, message);
  const item = el('li', {}, el('bdi', { class: 'check' }, check), ' ', what);
  if (evidence !== '') item.append(' ', proof(evidence), ...(found === 'IMAGE' ? [difference(evidence)] : []));
  return item;
}

function proof(id) {
  return el('a', { href: EVIDENCE + id }, t('evidence.received'));
}

/** Not every wrong picture can be shown: one that cannot be had leaves no gap. */
function difference(id) {
  const alt = t('evidence.difference');
  const picture = el('img', { src: `${EVIDENCE}${id}/picture.png`, alt, class: 'difference', loading: 'lazy' });
  picture.addEventListener('error', () => picture.remove());
  return picture;
}
