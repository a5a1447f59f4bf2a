// Every sentence that is made from the data. Plain words for visitors, none of the monitor's jargon.

import { bothClocks, duration, list, moment } from './format.mjs';
import { has, sentences, t } from './language.mjs';

const TONES = {
  works: 'operational',
  slow: 'degraded',
  expiring: 'degraded',
  some_fail: 'partial',
  cached_only: 'partial',
  down: 'down',
  recovering: 'partial',
  maintenance: 'maintenance',
  cannot_see: 'unknown',
};

export const stateWord = (tone) => t(`state.${tone}`);

export const side = (name) => (has(`side.${name}`) ? t(`side.${name}`) : '');

export const reason = (name) => (has(`reason.${name}`) ? t(`reason.${name}`) : '');

/** @returns {[string, string]} tone and headline */
export function headline(view) {
  const name = view.kind === 'seen' ? view.status.headline : 'cannot_see';
  return [TONES[name], t(`headline.${name}`)];
}

/** One sentence of what it means for a visitor. */
export function meaning(view, failure) {
  if (view.kind === 'none') return t(failure === 'unavailable' ? 'meaning.starting' : 'meaning.unreachable');
  if (view.kind === 'stale') return withOldData(view);
  const { status } = view;
  const names = affected(status);
  switch (status.headline) {
    case 'works': return works(status);
    case 'slow':
    case 'expiring': return sentences(t(`meaning.${status.headline}`, { names }), alone(status));
    case 'some_fail': return sentences(t('meaning.some_fail', { names }), rest(status), alone(status));
    case 'recovering': return sentences(recovering(view), t('meaning.overAfter'), alone(status));
    case 'cached_only':
    case 'down': return sentences(t(`meaning.${status.headline}`), alone(status));
    default: return t(`meaning.${status.headline}`);
  }
}

function works(status) {
  const pace = status.round === 60 ? t('pace.minute') : duration(status.round * 1000);
  const calm = t('meaning.works', { checks: t('count.checks', { n: status.checks.active }), places: from(status), pace });
  return status.checks.suspect === 0 ? calm : t('meaning.repeating', { n: status.checks.suspect, rest: calm });
}

/** What one place alone sees may be otherwise elsewhere. */
const alone = ({ places }) => (places.length === 1 ? t('meaning.alone') : '');

function recovering({ status, now }) {
  const starts = components(status).map((one) => one.seemsOver).filter((start) => start !== null);
  return starts.length === 0 ? t('meaning.recovering') : t('meaning.recoveringSince', { time: moment(Math.max(...starts), now) });
}

function from({ places }) {
  if (places.length === 1) return t('from.one');
  return t('from.places', { n: Math.max(1, places.filter((place) => place.state === 'reporting').length) });
}

function components(status) {
  return status.groups.flatMap((group) => group.components);
}

function affected(status) {
  const names = components(status).filter((one) => isTrouble(one.tone)).map((one) => one.name);
  return names.length === 0 ? t('affected.some') : list(names, 3);
}

export const isTrouble = (tone) => tone === 'degraded' || tone === 'partial' || tone === 'down';

function rest(status) {
  const others = components(status).filter((one) => !isTrouble(one.tone));
  if (others.length === 0) return '';
  return t(others.every((one) => one.tone === 'operational') ? 'meaning.restWorks' : 'meaning.notAllSeen');
}

function withOldData(view) {
  if (view.age === null) return t('meaning.noAge');
  return t('meaning.old', { age: duration(view.age), headline: t(`headline.${view.status.headline}`) });
}

/** "Checked 14 s ago from Frankfurt and Tokyo". */
export function freshness(view, failures) {
  const trouble = failures > 1 ? [t('fresh.failed')] : [];
  if (view.age === null) return [t('fresh.ageUnknown'), ...trouble].join(' · ');
  return [checked(view), ...missing(view.status), ...trouble].join(' · ');
}

function checked({ age, status }) {
  const names = status.places.filter((place) => place.state === 'reporting').map((place) => place.name);
  return names.length === 0
    ? t('fresh.tried', { age: duration(age) })
    : t('fresh.checkedFrom', { age: duration(age), places: list(names, 6) });
}

function missing(status) {
  return ['blind', 'silent'].flatMap((state) => {
    const names = status.places.filter((place) => place.state === state).map((place) => place.name);
    return names.length === 0 ? [] : [t(`fresh.${state}`, { n: names.length, places: list(names, 3) })];
  });
}

/** "since 14:02 · 23 min". */
export function since(start, now) {
  return start === null ? '' : t('since', { time: bothClocks(start, now), duration: duration(now - start) });
}

/** How an outage goes on, beside what fails. */
export function course({ seemsOver, unstable }, now) {
  if (unstable !== null) return t('trouble.goesOn', { time: moment(unstable, now) });
  return seemsOver === null ? '' : t('trouble.seemsOver', { time: moment(seemsOver, now) });
}

/** That a state was set, and not seen. */
export function said({ said: what }) {
  return what === null || what.until === null ? '' : t('said', { time: moment(what.until, Date.now()), reason: what.reason });
}

/** The title of a trouble: the checks by name and what they do. */
export function troubleTitle(component) {
  const names = [...new Set(component.problems.map((problem) => problem.check))];
  if (names.length === 0) return component.name;
  if (component.tone === 'unknown') return t('trouble.unjudged', { name: component.name });
  if (component.tone === 'maintenance') return t('trouble.planned', { name: component.name });
  const slow = component.problems.every((problem) => problem.reason === 'SLOW' || problem.reason === '');
  const verb = slow && component.tone === 'degraded' ? 'trouble.slow' : 'trouble.fails';
  return t(verb, { n: names.length, names: list(names, 3) });
}
