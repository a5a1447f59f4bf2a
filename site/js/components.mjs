// Groups of components: name, state, columns, uptime.

import { dayGrid } from './daygrid.mjs';
import { el, keep, mark, say, textScale } from './dom.mjs';
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
