// The speed of new pictures by location, format and phase.

import { el } from './dom.mjs';
import { milliseconds } from './format.mjs';
import { t } from './language.mjs';
import { latency, latencyHours, objects, words } from './read.mjs';

const PATIENCE = 10_000;
const PHASES = ['dns', 'connect', 'tls', 'firstByte', 'transfer'];

export async function fetchParts() {
  const answer = await fetch('api/v1/speed', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return (await answer.json()).parts;
}

/** The key cannot be the id of a component, which has no slash. */
export function readParts(value) {
  return objects(value).map((one) => {
    const [location, format, phase] = [words(one.location), words(one.format), words(one.phase)];
    return { key: `${location}/${format}`, location, format, phase, day: latency(one.day ?? {}), hours: latencyHours(one.hours) };
  });
}

/** Percentiles of each phase: of all locations, or of the one that is chosen. */
export function phaseTable() {
  const body = el('tbody');
  const head = [t('speed.phase'), 'p50', 'p95', 'p99', 'n'].map((name) => el('th', { scope: 'col' }, name));
  const node = el('details', { class: 'hours' }, el('summary', {}, t('speed.phases')),
    el('table', {}, el('thead', {}, el('tr', {}, ...head)), body));
  return {
    node,
    show(parts, chosen) {
      const location = parts.find((one) => one.key === chosen)?.location ?? '';
      const rows = PHASES.map((phase) => parts.find((one) => one.phase === phase && one.location === location && one.format === ''));
      node.hidden = rows.every((one) => one === undefined);
      body.replaceChildren(...rows.filter((one) => one !== undefined).map(row));
    },
  };
}

function row({ phase, day }) {
  const cell = (value) => el('td', {}, value === null ? '–' : milliseconds(value));
  return el('tr', {}, el('th', { scope: 'row' }, t(`phase.${phase}`)), cell(day.p50), cell(day.p95), cell(day.p99), el('td', {}, String(day.n)));
}
