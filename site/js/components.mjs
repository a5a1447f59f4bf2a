// Groups of components: name, state, columns, uptime.

import { column, details, HEIGHT } from './day.mjs';
import { el, keep, mark, say, style, svg, textScale } from './dom.mjs';
import { bounds, percent } from './format.mjs';
import { t } from './language.mjs';
import { badge } from './symbols.mjs';
import { said } from './words.mjs';

let names = 0;

/** @param {HTMLElement} parent where the groups go */
export function componentGroups(parent) {
  const groups = new Map();
  const rows = new Set();
  let settings = { grey: true, days: 90 };
  return {
    update(list, wanted) {
      settings = wanted;
      keep(parent, groups, list, () => createGroup(rows, () => settings));
    },
    /** All rows are equally wide: measured once, then everything is drawn. */
    draw() {
      const width = (parent.querySelector('.days')?.clientWidth ?? 0) / textScale();
      for (const row of rows) {
        if (!row.node.isConnected) rows.delete(row);
        else if (width > 0) row.draw(width);
      }
    },
  };
}

function createGroup(rows, settings) {
  const title = el('h2', { id: `group-${++names}`, dir: 'auto' });
  const card = el('div', { class: 'card' });
  const node = el('section', { class: 'group', 'aria-labelledby': title.id }, title, card);
  const parts = new Map();
  return {
    node,
    update(group) {
      say(title, group.name);
      keep(card, parts, group.components, () => {
        const row = createRow(settings);
        rows.add(row);
        return row;
      });
    },
  };
}

function createRow(settings) {
  const name = el('h3', { class: 'name', dir: 'auto' });
  const about = el('p', { class: 'about', dir: 'auto' });
  const state = badge('state');
  const grid = dayGrid();
  const first = el('span');
  const uptime = uptimeFigure();
  const axis = el('p', { class: 'axis' }, first, uptime.node, el('span', {}, t('days.today')));
  const head = el('div', { class: 'row-head' }, el('div', { class: 'row-name' }, name, about), state.node);
  const node = el('div', { class: 'row' }, head, grid.node, axis);
  return {
    node,
    draw: grid.draw,
    update(component) {
      const { grey, days } = settings();
      const shown = component.days.slice(-days);
      say(name, component.name);
      say(about, [component.about, grey ? '' : said(component)].filter((words) => words !== '').join(' · '));
      state.show(grey ? 'unknown' : component.tone);
      grid.update(component.name, shown);
      mark(grid.node, 'class', shown.length === 0 ? 'days days-none' : 'days');
      say(first, shown.length === 0 ? '' : t('days.ago', { n: shown.length }));
      uptime.update(component);
    },
  };
}

/** "99.941 % (99.938–99.944) in 90 days · 99.9 % observed"; narrow screens leave out the bounds and the dot. */
function uptimeFigure() {
  const figure = el('strong');
  const range = el('span', { class: 'bounds' });
  const span = el('span');
  const dot = el('i', {}, ' · ');
  const observed = el('span');
  return {
    node: el('span', { class: 'figure' }, el('span', {}, figure, range, span), dot, observed),
    update({ uptime, low, high, coverage }) {
      say(figure, uptime === null ? '' : percent(uptime));
      say(range, uptime === null ? '' : bounds(low, high));
      say(span, uptime === null ? t('uptime.notEnough') : t('uptime.in90'));
      say(observed, coverage === null ? '' : t('day.observed', { percent: percent(coverage) }));
      dot.hidden = coverage === null;
    },
  };
}

// The columns as a grid with one tab stop; what each day says is loaded when somebody moves.

const MOVES = ['pointermove', 'pointerdown', 'keydown'];
const TOUCHES = ['pointermove', 'pointerdown', 'focusin'];

function dayGrid() {
  const drawing = columns();
  const row = el('div', { role: 'row', class: 'cells' });
  const grid = el('div', { role: 'grid', class: 'grid' }, row);
  const tip = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: '' });
  const node = el('div', { class: 'days' }, drawing.node, grid, tip);
  const facts = (index) => details(state.days[index], index === state.days.length - 1);
  const state = { node, row, grid, tip, facts, cells: [], days: [], open: -1, stop: -1, show: null };
  awaitTouch(state);
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
    const cell = el('span', { role: 'gridcell', class: 'cell' });
    state.cells.push(cell);
    state.row.append(cell);
  }
  state.days = days;
  const found = days.findIndex((day) => day.date === stop);
  state.stop = found < 0 ? days.length - 1 : found;
  state.cells.forEach((cell, index) => {
    mark(cell, 'aria-label', state.facts(index).spoken);
    mark(cell, 'tabindex', index === state.stop ? 0 : -1);
  });
  state.show?.(open === undefined ? -1 : days.findIndex((day) => day.date === open));
}

let loading = null;
let tries = 0;

/** Once for all grids, at the visitor's first move anywhere; where the network failed, again when one is touched. */
function load() {
  // A browser may remember that a module could not be had, but only under the name that failed.
  loading ??= Promise.all([import(`./daydetails.mjs${tries++ === 0 ? '' : `?${tries}`}`), style('css/day.css')])
    .then(([module]) => module)
    .catch(() => { loading = null; });
  return loading;
}

for (const move of MOVES) addEventListener(move, load, { once: true, passive: true });

function awaitTouch(state) {
  const touched = async (event) => {
    const module = await load();
    if (module === undefined) return;
    for (const touch of TOUCHES) state.grid.removeEventListener(touch, touched);
    module.attend(state, event);
  };
  for (const touch of TOUCHES) state.grid.addEventListener(touch, touched);
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
