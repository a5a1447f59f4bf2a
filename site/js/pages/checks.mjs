// What we check: every check by component, in words.

import { el } from '../dom.mjs';
import { duration, list } from '../format.mjs';
import { t } from '../language.mjs';
import { readStatus } from '../read.mjs';
import { ask } from './ask.mjs';
import { stateOf } from './checkwords.mjs';
import { frame, named, show } from './frame.mjs';
import { note, state } from './parts.mjs';
import { readChecks } from './reading.mjs';

frame();
show(async (place) => {
  const [{ document: checks }, components] = await Promise.all([ask('api/v1/checks'), componentNames()]);
  named(t('checks.title'), checks.page);
  const read = readChecks(checks);
  place.replaceChildren(
    el('p', { class: 'meaning' }, t('checks.what', { n: read.checks.filter((one) => one.state !== 'off').length })),
    note(t('checks.from', { places: read.places.length === 0 ? '–' : list(read.places, 8) })),
    ...byComponent(read.checks).flatMap(([id, own]) => section(components.get(id) ?? id, own)),
  );
});

/** The names that visitors know; without them the ids must do. */
async function componentNames() {
  try {
    const { document: status } = await ask('api/v1/status');
    return new Map(readStatus(JSON.stringify(status)).groups.flatMap((group) => group.components).map((one) => [one.id, one.name]));
  } catch {
    return new Map();
  }
}

function byComponent(checks) {
  const groups = new Map();
  for (const check of checks) groups.set(check.component, [...(groups.get(check.component) ?? []), check]);
  return [...groups];
}

function section(name, checks) {
  return [el('h2', { dir: 'auto' }, name), el('ul', { class: 'card check-list' }, ...checks.map(item))];
}

function item(check) {
  const [tone, word] = stateOf(check.state);
  const link = check.id === '' ? el('bdi', {}, check.name) : el('a', { href: `check.html?id=${check.id}` }, el('bdi', {}, check.name));
  return el('li', {},
    el('div', { class: 'row-head' }, el('h3', { class: 'name' }, link), state(tone, word)),
    el('p', { class: 'about', dir: 'auto' }, check.why),
    note(`${t('check.every', { time: duration(check.every) })} · ${t(`check.path.${check.path}`)}`));
}
