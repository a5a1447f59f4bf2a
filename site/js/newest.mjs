// Where the time goes: of each check and location the newest good answer, phase by phase; loaded when it is opened.

import { el, svg } from './dom.mjs';
import { milliseconds } from './format.mjs';
import { t } from './language.mjs';
import { objects, words } from './read.mjs';

const ADDRESS = 'api/v1/speed';
const PATIENCE = 10_000;
const PHASES = ['dns', 'connect', 'tls', 'firstByte', 'transfer'];
const WIDTH = 160;

export function newestAnswers() {
  const place = el('div', { class: 'newest' });
  const node = el('details', { class: 'hours' }, el('summary', {}, t('speed.latest')), place);
  node.addEventListener('toggle', () => {
    if (node.open) load(place);
  });
  return node;
}

async function load(place) {
  try {
    const answer = await fetch(ADDRESS, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    show(place, rows((await answer.json()).checks));
  } catch {
    place.replaceChildren(el('p', { class: 'small' }, t('speed.unavailable')));
  }
}

/** New pictures first, slowest first. */
function rows(checks) {
  return objects(checks).flatMap((check) => objects(check.newest).map((one) => ({
    check: words(check.name),
    isNew: check.path === 'miss',
    place: words(one.place),
    phases: PHASES.map((name) => amount(one.phasesMicros?.[name]) / 1000),
  }))).map((row) => ({ ...row, total: row.phases.reduce((sum, one) => sum + one, 0) }))
    .sort((a, b) => b.isNew - a.isNew || b.total - a.total);
}

const amount = (value) => (Number.isFinite(value) && value > 0 ? value : 0);

function show(place, list) {
  const longest = Math.max(1, ...list.map(({ total }) => total));
  const head = [t('speed.check'), t('speed.place'), PHASES.map((name) => t(`phase.${name}`)).join(' + '), t('speed.total')]
    .map((name) => el('th', { scope: 'col' }, name));
  const legend = el('ul', { class: 'phases', 'aria-hidden': 'true' },
    ...PHASES.map((name) => el('li', {}, el('span', { class: `phase ${name}` }), t(`phase.${name}`))));
  place.replaceChildren(legend, el('table', {}, el('thead', {}, el('tr', {}, ...head)),
    el('tbody', {}, ...list.map((row) => rowOf(row, longest)))));
}

function rowOf({ check, place, phases, total }, longest) {
  return el('tr', {},
    el('th', { scope: 'row', dir: 'auto' }, check),
    el('td', { dir: 'auto' }, place),
    el('td', { class: 'split' }, bar(phases, longest), el('span', {}, phases.map((one) => milliseconds(one).replace(/[^\d.,]/g, '')).join(' + '))),
    el('td', {}, milliseconds(total)));
}

function bar(phases, longest) {
  let x = 0;
  const parts = phases.map((length, index) => {
    const width = (WIDTH * length) / longest;
    const part = svg('rect', { class: `phase ${PHASES[index]}`, x, y: 0, width, height: 8 });
    x += width;
    return part;
  });
  return svg('svg', { viewBox: `0 0 ${WIDTH} 8`, width: WIDTH, height: 8, 'aria-hidden': 'true', focusable: 'false' }, ...parts);
}
