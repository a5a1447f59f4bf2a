// The columns as a grid that can be walked: one tab stop, arrow keys, and a day's details on hover, focus and tap.

import { column, details, HEIGHT } from './day.mjs';
import { el, mark, say, svg } from './dom.mjs';
import { t } from './language.mjs';
import { symbol } from './symbols.mjs';

const STEPS = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7, Home: -Infinity, End: Infinity };

export function dayGrid() {
  const drawing = columns();
  const row = el('div', { role: 'row', class: 'cells' });
  const grid = el('div', { role: 'grid', class: 'grid' }, row);
  const tip = el('div', { class: 'tip', 'aria-hidden': 'true' });
  tip.hidden = true;
  const node = el('div', { class: 'days' }, drawing.node, grid, tip);
  const state = { node, row, grid, tip, cells: [], days: [], open: -1, stop: -1 };
  listen(state);
  return {
    node,
    update(name, days) {
      mark(grid, 'aria-label', t('days.label', { name }));
      fill(state, days);
    },
    draw: (width) => drawing.draw(state.days, width),
  };
}

function fill(state, days) {
  const stop = state.days[state.stop]?.date;
  const open = state.days[state.open]?.date;
  while (state.cells.length > days.length) state.cells.pop().remove();
  while (state.cells.length < days.length) {
    const cell = el('span', { role: 'gridcell', class: 'cell', tabindex: '-1' });
    state.cells.push(cell);
    state.row.append(cell);
  }
  state.days = days;
  state.cells.forEach((cell, index) => mark(cell, 'aria-label', facts(state, index).spoken));
  const found = days.findIndex((day) => day.date === stop);
  stopAt(state, found < 0 ? days.length - 1 : found);
  show(state, open === undefined ? -1 : days.findIndex((day) => day.date === open));
}

const facts = (state, index) => details(state.days[index], index === state.days.length - 1);

function stopAt(state, index) {
  state.stop = index;
  state.cells.forEach((cell, place) => mark(cell, 'tabindex', place === index ? 0 : -1));
}

function listen(state) {
  const { node, grid } = state;
  grid.addEventListener('pointermove', (event) => show(state, under(state, event)));
  grid.addEventListener('pointerdown', (event) => show(state, under(state, event)));
  node.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') show(state, state.cells.indexOf(document.activeElement));
  });
  grid.addEventListener('focusin', (event) => {
    stopAt(state, state.cells.indexOf(event.target));
    show(state, state.stop);
  });
  grid.addEventListener('focusout', (event) => {
    const windowLeft = document.activeElement === event.target;
    if (!windowLeft) show(state, -1);
  });
  grid.addEventListener('keydown', (event) => walk(state, event));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && show(state, -1));
  document.addEventListener('pointerdown', (event) => node.contains(event.target) || show(state, -1));
}

function under(state, event) {
  const box = state.grid.getBoundingClientRect();
  const place = Math.floor(((event.clientX - box.left) / box.width) * state.cells.length);
  return Math.min(Math.max(place, 0), state.cells.length - 1);
}

function walk(state, event) {
  if (event.key === 'Enter') openIncident(state);
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const next = Math.min(Math.max(state.stop + step, 0), state.cells.length - 1);
  state.cells[next].focus({ preventScroll: true });
}

function show(state, index) {
  if (state.open !== index) {
    state.cells[state.open]?.classList.remove('cell-open');
    state.cells[index]?.classList.add('cell-open');
  }
  state.open = index;
  state.tip.hidden = index < 0;
  if (index < 0) return;
  write(state.tip, facts(state, index));
  place(state);
}

function write(tip, { title, lines, observed, told, spoken }) {
  if (tip.dataset.spoken === spoken) return;
  tip.dataset.spoken = spoken;
  const title_ = el('p', { class: 'tip-title' });
  say(title_, title);
  const rows = lines.map(({ tone, text }) => el('p', { class: `badge tone-${tone}` }, symbol(tone), el('span', {}, text)));
  const note = observed === '' ? [] : [el('p', { class: 'tip-note' }, observed)];
  tip.replaceChildren(title_, ...rows, ...note, ...told.map(toldLine));
}

/** For the pointer; by keyboard Enter opens the first, and the cell names them all. */
function toldLine({ id, title }) {
  const words = id === '' ? el('span', { dir: 'auto' }, title) : el('a', { href: incidentPage(id), tabindex: '-1', dir: 'auto' }, title);
  return el('p', { class: 'tip-told' }, words);
}

const incidentPage = (id) => `incident.html?id=${id}`;

function openIncident(state) {
  const incident = facts(state, state.stop).told.find(({ id }) => id !== '');
  if (incident !== undefined) location.assign(incidentPage(incident.id));
}

/** Centred on its column, inside the card; above it when there is no room below. */
function place({ node, tip, open, cells }) {
  const box = node.getBoundingClientRect();
  const middle = ((open + 0.5) / cells.length) * box.width;
  const left = Math.min(Math.max(middle - tip.offsetWidth / 2, -8), box.width - tip.offsetWidth + 8);
  tip.style.left = `${left}px`;
  const below = document.documentElement.clientHeight - box.bottom;
  tip.classList.toggle('tip-above', below < tip.offsetHeight + 16 && box.top > tip.offsetHeight + 16);
}

// The drawing: one path per state, for the real width in pixels.

const GAP = 2;
const CORNER = 2;
const TONES = ['operational', 'maintenance', 'degraded', 'partial', 'down'];

function columns() {
  const frame = svg('path', { class: 'frame' });
  const paths = new Map(TONES.map((tone) => [tone, svg('path', { class: `column tone-${tone}` })]));
  const node = svg('svg', { class: 'columns', 'aria-hidden': 'true', focusable: 'false' }, frame, ...paths.values());
  return { node, draw: (days, width) => draw({ node, frame, paths }, days, width) };
}

function draw({ node, frame, paths }, days, width) {
  mark(node, 'viewBox', `0 0 ${width} ${HEIGHT}`);
  const pitch = (width + GAP) / Math.max(1, days.length);
  const lines = new Map(TONES.map((tone) => [tone, '']));
  let frames = '';
  days.forEach((day, index) => {
    const box = { x: index * pitch, width: pitch - GAP };
    const { parts, full } = column(day, index === days.length - 1);
    if (!full) frames += bar({ x: box.x + 0.5, width: box.width - 1, top: 0.5, bottom: HEIGHT - 0.5, first: true, last: true });
    let bottom = HEIGHT;
    parts.forEach(({ tone, height }, level) => {
      const top = bottom - height;
      const path = bar({ ...box, top, bottom, first: level === 0, last: level === parts.length - 1 });
      lines.set(tone, lines.get(tone) + path);
      bottom = top;
    });
  });
  mark(frame, 'd', frames);
  for (const [tone, path] of paths) mark(path, 'd', lines.get(tone));
}

/** A bar with round corners at the foot when first, at the head when last. */
function bar({ x, width, top, bottom, first, last }) {
  const foot = first ? Math.min(CORNER, width / 3, (bottom - top) / 2) : 0;
  const head = last ? Math.min(CORNER, width / 3, (bottom - top) / 2) : 0;
  const n = (value) => Math.round(value * 100) / 100;
  return `M${n(x)} ${n(bottom - foot)}V${n(top + head)}q0 ${n(-head)} ${n(head)} ${n(-head)}h${n(width - 2 * head)}`
    + `q${n(head)} 0 ${n(head)} ${n(head)}V${n(bottom - foot)}q0 ${n(foot)} ${n(-foot)} ${n(foot)}`
    + `h${n(-(width - 2 * foot))}q${n(-foot)} 0 ${n(-foot)} ${n(-foot)}z`;
}
