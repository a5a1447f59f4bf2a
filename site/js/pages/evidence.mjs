// What was kept of a failed attempt: the picture that was expected beside what came, and the line that asks the same again.

import { el } from '../dom.mjs';
import { milliseconds } from '../format.mjs';
import { t } from '../language.mjs';
import { objects, words } from '../read.mjs';
import { EVIDENCE, evidencePicture, stamp } from '../told.mjs';
import { side } from '../words.mjs';
import { ask } from './ask.mjs';

/** Expected beside received beside difference; null where there is no such picture. */
export async function evidenceFigure(id, ...head) {
  const picture = await evidencePicture(id);
  if (picture === null) return null;
  const names = ['expected', 'received', 'unlike'].map((name) => el('span', {}, t(`evidence.${name}`)));
  return el('figure', { class: 'proof' }, ...head, picture, el('figcaption', { class: 'three-names', 'aria-hidden': 'true' }, ...names));
}

/** One failed attempt with its facts; null where nothing is kept of it any more. */
export async function evidenceCard(id, now) {
  let kept;
  try {
    kept = (await ask(EVIDENCE + id)).document;
  } catch {
    return null;
  }
  const title = words(kept.check) || t('check.unnamed');
  const started = Date.parse(kept.started);
  const total = kept.phasesMicros?.total;
  const facts = [
    Number.isNaN(started) ? '' : stamp(started, now),
    words(kept.message) === '' ? '' : el('bdi', { lang: 'en' }, words(kept.message)),
    side(kept.side),
    Number.isFinite(total) ? milliseconds(total / 1000) : '',
  ].filter((one) => one !== '');
  const name = el('h3', {}, title);
  const figure = await evidenceFigure(id, name);
  return el('article', { class: 'card padded proof-card' },
    figure ?? name,
    el('ul', { class: 'proof-facts' }, ...facts.map((one) => el('li', {}, one))),
    ...wrong(kept), ...line(kept),
    el('p', { class: 'small' }, el('a', { href: EVIDENCE + id }, t('evidence.answer'))));
}

function wrong(kept) {
  const findings = objects(kept.findings).filter((one) => one.held === false);
  if (findings.length === 0) return [];
  const items = findings.map((one) => el('li', {}, t('evidence.finding', { expected: words(one.expected), actual: words(one.actual) || '–' })));
  return [el('ul', { class: 'findings', lang: 'en' }, ...items)];
}

function line(kept) {
  const curl = words(kept.curl);
  if (curl === '') return [];
  return [el('p', { class: 'small' }, t('evidence.curl')), el('code', { class: 'line', dir: 'ltr' }, curl)];
}
