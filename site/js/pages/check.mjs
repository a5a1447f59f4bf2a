// One check: what it asserts, how often and from where, what came of it, and why it is what it is.

import { el } from '../dom.mjs';
import { duration, list, milliseconds } from '../format.mjs';
import { t } from '../language.mjs';
import { side } from '../words.mjs';
import { ask } from './ask.mjs';
import { resultOf, stateOf } from './checkwords.mjs';
import { evidenceFigure } from './evidence.mjs';
import { lastGood } from './lastgood.mjs';
import { frame, named, show, wanted } from './frame.mjs';
import { heading, note, orDash, state, table } from './parts.mjs';
import { readCheck } from './reading.mjs';
import { stamp } from '../told.mjs';

const ID = /^[a-z0-9-]{1,63}$/;

frame();
show(async (place) => {
  const { document: answer, now } = await ask(`api/v1/checks/${wanted('id', ID) || '-'}`);
  const check = readCheck(answer);
  named(check.name, answer.page);
  document.getElementById('title').replaceChildren(check.name);
  const [tone, word] = stateOf(check.state);
  const [wrong, good] = await Promise.all([lastWrong(check), lastGood(check.id, now)]);
  place.replaceChildren(
    el('p', { class: 'under-title' }, state(tone, word), ' ', el('span', { class: 'small' }, t('check.of', { component: check.componentName }))),
    ...(check.why === '' ? [] : [el('p', { class: 'meaning', dir: 'auto' }, check.why)]),
    ...(check.off === '' ? [] : [el('p', { class: 'card padded', lang: 'en' }, check.off)]),
    heading(t('check.asserts')), asserts(check),
    heading(t('check.results')), ...results(check, now),
    ...wrong, ...good,
    heading(t('check.how')), how(check),
    el('p', { class: 'after' }, el('a', { href: 'checks.html' }, t('check.all'))),
  );
});

function asserts({ asserts: sentences }) {
  if (sentences.length === 0) return note(t('check.assertsNothing'));
  return el('ul', { class: 'card ticks', lang: 'en' }, ...sentences.map((one) => el('li', { dir: 'auto' }, one)));
}

function how(check) {
  const facts = [
    [t('check.often'), t('check.every', { time: duration(check.every) })],
    [t('check.where'), check.places.length === 0 ? '–' : list(check.places, 8)],
    [t('check.patience'), check.slowAfter === null
      ? t('check.timeout', { time: milliseconds(check.timeout) })
      : t('check.slowTimeout', { slow: milliseconds(check.slowAfter), time: milliseconds(check.timeout) })],
    [t('check.proves'), t(`check.path.${check.path}`)],
    [t('check.weight'), t(check.vital ? 'check.vital' : 'check.notVital')],
  ];
  const requests = check.asks.map((line) => el('code', { class: 'line', dir: 'ltr' }, line));
  return el('div', { class: 'card padded' },
    el('dl', { class: 'facts first' }, ...facts.map(([term, text]) => el('div', {}, el('dt', {}, term), el('dd', { dir: 'auto' }, text)))),
    ...(requests.length === 0 ? [] : [note(t('check.asks')), ...requests]));
}

function results(check, now) {
  if (check.seen.length === 0) return [note(t('check.noResults'))];
  const rows = check.seen.map((one) => {
    const [tone, word] = resultOf(one.result);
    return [
      one.place,
      one.at === null ? '–' : stamp(one.at, now),
      state(tone, one.confirms ? t('check.again', { result: word }) : word),
      orDash(one.took, (micros) => milliseconds(micros / 1000)),
      orDash(one.status, String),
      said(one),
    ];
  });
  const names = [t('check.place'), t('check.when'), t('check.result'), t('check.took'), t('check.status'), t('check.said')];
  return [table(t('check.results'), names, rows)];
}

function said({ message, side: whose, evidence }) {
  const node = el('span', message === '' ? {} : { class: 'seen-words' }, el('bdi', { lang: 'en' }, message), side(whose) === '' ? '' : ` (${side(whose)})`);
  if (evidence !== '') node.append(' ', el('a', { href: `api/v1/evidence/${evidence}` }, t('evidence.answer')));
  return node;
}

/** Of the newest results the picture that was not as expected, if one came. */
async function lastWrong(check) {
  const id = check.seen.map((one) => one.evidence).find((one) => one !== '');
  const figure = id === undefined ? null : await evidenceFigure(id);
  return figure === null ? [] : [heading(t('check.picture')), el('div', { class: 'card padded' }, figure)];
}
