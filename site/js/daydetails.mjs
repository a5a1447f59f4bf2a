// Walking through the columns, and a day's details on hover, focus and tap; loaded at the visitor's first move.

import { el, mark } from './dom.mjs';
import { symbol } from './symbols.mjs';

const STEPS = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7, Home: -Infinity, End: Infinity };

/** From now on the grid answers by itself; what touched it before this was loaded is answered now. */
export function attend(state, first) {
  if (state.show === null) listen(state);
  if (first.type === 'focusin') {
    if (document.activeElement === first.target) stopAndShow(state, first.target);
  } else if (first.pointerType !== 'mouse' || state.grid.matches(':hover')) show(state, under(state, first));
}

function listen(state) {
  const { node, grid } = state;
  state.show = (index) => show(state, index);
  grid.addEventListener('pointermove', (event) => show(state, under(state, event)));
  grid.addEventListener('pointerdown', (event) => show(state, under(state, event)));
  node.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') show(state, state.cells.indexOf(document.activeElement));
  });
  grid.addEventListener('focusin', (event) => stopAndShow(state, event.target));
  grid.addEventListener('focusout', (event) => {
    const windowLeft = document.activeElement === event.target;
    if (!windowLeft) show(state, -1);
  });
  grid.addEventListener('keydown', (event) => walk(state, event));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && show(state, -1));
  document.addEventListener('pointerdown', (event) => node.contains(event.target) || show(state, -1));
}

function stopAndShow(state, cell) {
  state.stop = state.cells.indexOf(cell);
  state.cells.forEach((one, place) => mark(one, 'tabindex', place === state.stop ? 0 : -1));
  show(state, state.stop);
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
  write(state.tip, state.facts(index));
  place(state);
}

function write(tip, { title, lines, observed, told, spoken }) {
  if (tip.dataset.spoken === spoken) return;
  tip.dataset.spoken = spoken;
  const rows = lines.map(({ tone, text }) => el('p', { class: `badge tone-${tone}` }, symbol(tone), el('span', {}, text)));
  const note = observed === '' ? [] : [el('p', { class: 'tip-note' }, observed)];
  tip.replaceChildren(el('p', { class: 'tip-title' }, title), ...rows, ...note, ...told.map(toldLine));
}

/** For the pointer; by keyboard Enter opens the first, and the cell names them all. */
function toldLine({ id, title }) {
  const words = id === '' ? el('span', { dir: 'auto' }, title) : el('a', { href: incidentPage(id), tabindex: '-1', dir: 'auto' }, title);
  return el('p', { class: 'tip-told' }, words);
}

const incidentPage = (id) => `incident.html?id=${id}`;

function openIncident(state) {
  const incident = state.facts(state.stop).told.find(({ id }) => id !== '');
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
