// Speed as people feel it: the chart, four numbers with what they mean, and all hours as a table.

import { chart, hourAt, LINES } from './chart.mjs';
import { el, say, textScale } from './dom.mjs';
import { hourOfDay, milliseconds } from './format.mjs';
import { t } from './language.mjs';

export function speedSection(section) {
  const title = el('h2', { id: 'speed-title' }, t('speed.title'));
  const picture = el('div', { class: 'picture' });
  const reading = el('p', { class: 'reading', 'aria-hidden': 'true' });
  const numbers = el('dl', { class: 'numbers' });
  const body = el('tbody');
  const table = el('details', { class: 'hours' }, el('summary', {}, t('speed.all')), tableOf(body));
  section.setAttribute('aria-labelledby', title.id);
  section.append(
    el('div', { class: 'section-head' }, title, el('p', {}, t('speed.what'))),
    el('div', { class: 'card speed-card' }, reading, picture, numbers, table),
  );
  const state = { hours: [], width: 0, key: '' };
  picture.addEventListener('pointermove', (event) => read(state, picture, reading, event));
  picture.addEventListener('pointerdown', (event) => read(state, picture, reading, event));
  picture.addEventListener('pointerleave', () => say(reading, ''));
  return {
    update({ status: { speed } }) {
      state.hours = speed.hours.filter((hour) => hour.p50 !== null);
      numbers.replaceChildren(...numbersOf(speed.day));
      body.replaceChildren(...state.hours.toReversed().map(rowOf));
      table.hidden = state.hours.length === 0;
    },
    draw: () => draw(state, picture),
  };
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
