// Speed as people feel it: the chart, four numbers with what they mean, and all hours as a table.

import { chart, hourAt, LINES } from './chart.mjs';
import { el, say, textScale } from './dom.mjs';
import { hourOfDay, milliseconds } from './format.mjs';
import { t } from './language.mjs';
import { newestAnswers } from './newest.mjs';
import { fetchParts, phaseTable, readParts } from './speedparts.mjs';
import { latencyHours } from './read.mjs';

const PATIENCE = 10_000;

export function speedSection(section) {
  const title = el('h2', { id: 'speed-title' }, t('speed.title'));
  const whose = el('select', { id: 'speed-whose' });
  const choice = el('p', {}, el('label', { for: whose.id, class: 'unseen' }, t('speed.whose')), whose);
  const picture = el('div', { class: 'picture' });
  const reading = el('p', { class: 'reading', 'aria-hidden': 'true' });
  const numbers = el('dl', { class: 'numbers' });
  const body = el('tbody');
  const phases = phaseTable();
  const table = el('details', { class: 'hours' }, el('summary', {}, t('speed.all')), tableOf(body));
  section.setAttribute('aria-labelledby', title.id);
  section.append(
    el('div', { class: 'section-head' }, title, choice),
    el('div', { class: 'card speed-card' }, reading, picture, numbers, table, phases.node, newestAnswers()),
  );
  const state = { hours: [], width: 0, key: '', speed: { hours: [], day: null }, components: [], places: [], parts: [] };
  picture.addEventListener('pointermove', (event) => read(state, picture, reading, event));
  picture.addEventListener('pointerdown', (event) => read(state, picture, reading, event));
  picture.addEventListener('pointerleave', () => say(reading, ''));

  function show({ hours, day }) {
    state.hours = hours.filter((hour) => hour.p50 !== null);
    numbers.replaceChildren(...(day === null ? countOf(state.hours) : numbersOf(day)));
    body.replaceChildren(...state.hours.toReversed().map(rowOf));
    table.hidden = state.hours.length === 0;
    draw(state, picture);
  }

  async function refresh() {
    const wanted = whose.value;
    const part = state.parts.find((one) => one.key === wanted);
    phases.show(state.parts, wanted);
    if (wanted === '') return show(state.speed);
    if (part !== undefined) return show(part);
    const hours = await hoursOf(wanted).catch(() => []);
    if (whose.value === wanted) show({ hours, day: null });
    return undefined;
  }

  /** Locations and formats come a moment later than the page's own speed. */
  async function more() {
    state.parts = readParts(await fetchParts());
    offer(whose, state);
    await refresh();
  }

  whose.addEventListener('change', refresh);
  return {
    update({ status }) {
      state.speed = status.speed;
      state.components = status.groups.flatMap((group) => group.components);
      state.places = status.places;
      offer(whose, state);
      refresh();
      more().catch(() => {}); // what is there stays
    },
    draw: () => draw(state, picture),
  };
}

/** All new pictures together, those of one location or format, or one component. */
function offer(whose, { components, places, parts }) {
  const names = new Map(places.map((one) => [one.id, one.name]));
  const named = parts.filter((one) => one.phase === 'total' && (one.location === '' || one.format === '')).map((one) => (one.location === ''
    ? [one.key, t('speed.one', { name: one.format === 'other' ? t('speed.other') : one.format.toUpperCase() })]
    : [one.key, t('speed.one', { name: names.get(one.location) ?? one.location })]));
  const wanted = [['', t('speed.what')], ...named, ...components.map((one) => [one.id, t('speed.one', { name: one.name })])];
  const key = JSON.stringify(wanted);
  if (whose.dataset.key === key) return;
  const chosen = whose.value;
  whose.dataset.key = key;
  whose.replaceChildren(...wanted.map(([id, words]) => new Option(words, id, id === '', id === chosen)));
}

async function hoursOf(id) {
  const address = `api/v1/components/${encodeURIComponent(id)}/latency?hours=24`;
  const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  return latencyHours((await answer.json()).hours);
}

function draw(state, picture) {
  const larger = textScale();
  const width = Math.floor(picture.clientWidth / larger);
  const key = JSON.stringify([state.hours, width, larger]);
  if (key === state.key || width < 60) return;
  state.key = key;
  state.width = width;
  picture.replaceChildren(state.hours.length === 0
    ? el('p', { class: 'nothing' }, t('speed.none'))
    : chart(state.hours, width, larger));
}

function read(state, picture, reading, event) {
  if (state.hours.length === 0) return;
  const x = (event.clientX - picture.getBoundingClientRect().left) / textScale();
  const hour = hourAt(state.hours, state.width, x);
  say(reading, hour === null ? '' : `${hourOfDay(hour.hour)}: ${LINES.filter((name) => hour[name] !== null)
    .map((name) => `${name} ${milliseconds(hour[name])}`).join(' · ')}`);
}

/** Percentiles of hours do not add up to those of a day, counts do. */
function countOf(hours) {
  const n = hours.reduce((sum, hour) => sum + hour.n, 0);
  return [el('div', {}, el('dt', {}, t('speed.answers')), el('dd', {}, t('number', { n })))];
}

function numbersOf(day) {
  const figures = LINES.map((name) => [milliseconds(day[name]), t(`speed.${name}`)]);
  if (day.p99 === null) figures[2][1] = t('speed.from300', { meaning: figures[2][1] });
  return [...figures, [t('number', { n: day.n }), t('speed.measured')]]
    .map(([figure, meaning]) => el('div', {}, el('dt', {}, meaning), el('dd', {}, figure)));
}

function tableOf(body) {
  const head = [t('speed.hour'), ...LINES, t('speed.pictures')].map((name) => el('th', { scope: 'col' }, name));
  return el('table', {}, el('thead', {}, el('tr', {}, ...head)), body);
}

function rowOf(hour) {
  const cells = [...LINES.map((name) => milliseconds(hour[name])), t('number', { n: hour.n })].map((text) => el('td', {}, text));
  return el('tr', {}, el('th', { scope: 'row' }, hourOfDay(hour.hour)), ...cells);
}
