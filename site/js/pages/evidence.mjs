// What was kept of a failed attempt: the picture that was expected beside what came, and the line that asks the same again.

import { el } from '../dom.mjs';
import { milliseconds } from '../format.mjs';
import { t } from '../language.mjs';
import { objects, words } from '../read.mjs';
import { stamp } from '../told.mjs';
import { side } from '../words.mjs';
import { ask } from './ask.mjs';

const EVIDENCE = 'api/v1/evidence/';

/** Expected beside received beside difference; goes away where there is no such picture. */
export function evidencePicture(id, title) {
  const image = el('img', { src: `${EVIDENCE}${id}/picture.png`, alt: t('evidence.difference'), class: 'difference' });
  const names = ['expected', 'received', 'unlike'].map((name) => el('span', {}, t(`evidence.${name}`)));
  const figure = el('figure', { class: 'proof' }, el('h3', {}, title), image, el('figcaption', { class: 'three-names', 'aria-hidden': 'true' }, ...names));
  image.addEventListener('error', () => figure.remove());
  return figure;
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
  return el('article', { class: 'card padded proof-card' },
    evidencePicture(id, title),
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
