// The columns as a grid that can be walked: one tab stop, arrow keys, and a day's details on hover, focus and tap.

import { columns } from './columns.mjs';
import { details } from './day.mjs';
import { el, mark, say } from './dom.mjs';
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

function write(tip, { title, lines, observed, spoken }) {
  if (tip.dataset.spoken === spoken) return;
  tip.dataset.spoken = spoken;
  const title_ = el('p', { class: 'tip-title' });
  say(title_, title);
  const rows = lines.map(({ tone, text }) => el('p', { class: `badge tone-${tone}` }, symbol(tone), el('span', {}, text)));
  tip.replaceChildren(title_, ...rows, ...(observed === '' ? [] : [el('p', { class: 'tip-note' }, observed)]));
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
