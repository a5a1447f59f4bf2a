// Reads the status document into what the page works with. Unknown fields are passed over and unknown
// words become "unknown": a newer server must never make an older page claim something.

import { incidents, toldByDay, works } from './told.mjs';
import { t } from './language.mjs';

const STATUSES = {
  operational: 'operational',
  degraded_performance: 'degraded',
  partial_outage: 'partial',
  major_outage: 'down',
  under_maintenance: 'maintenance',
};
const HEADLINES = ['works', 'slow', 'expiring', 'some_fail', 'cached_only', 'down', 'recovering', 'maintenance', 'cannot_see'];
const SIDES = ['origin', 'service', 'edge', 'blocked', 'monitor'];
const PLACES = ['reporting', 'blind', 'silent'];
const LOGO = 'api/v1/logo';
const DAYS = 90;
const HOURS = 24;

/**
 * @param {string} text the body of the answer
 * @throws {Error} when it is no JSON or not a status document
 */
export function readStatus(text) {
  const status = JSON.parse(text);
  if (!isObject(status) || !Array.isArray(status.groups)) throw new Error('not a status document');
  const page = isObject(status.page) ? status.page : {};
  return {
    name: words(page.name) || t('title'),
    own: own(page),
    subscriptions: status.subscriptions === true,
    notice: words(page.notice),
    generatedAt: instant(status.generatedAt),
    dataThrough: instant(status.dataThrough),
    round: amount(status.roundSeconds) || 60,
    staleAfter: amount(status.staleAfterSeconds) || 150,
    headline: HEADLINES.includes(status.headline) ? status.headline : 'cannot_see',
    checks: counts(status.checks),
    places: objects(status.places).map(place),
    groups: groups(status),
    speed: speed(status.speed),
    incidents: incidents(status.incidents),
    works: works(status.maintenance),
  };
}

/** Each day of a component knows what was told of it. */
function groups(status) {
  const now = instant(status.generatedAt) ?? instant(status.dataThrough) ?? 0;
  const told = toldByDay([...incidents(status.incidents), ...incidents(status.earlier)], works(status.maintenance), now);
  const list = objects(status.groups).map(group);
  for (const { id, days } of list.flatMap((one) => one.components)) {
    for (const one of days) one.told = told.get(`${id} ${one.date}`) ?? [];
  }
  return list;
}

export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
export const objects = (value) => (Array.isArray(value) ? value.filter(isObject) : []);
export const words = (value) => (typeof value === 'string' ? value.trim() : '');
export const amount = (value) => (Number.isFinite(value) && value > 0 ? value : 0);
export const measure = (value) => (Number.isFinite(value) && value >= 0 ? value : null);
const isWeb = (value) => /^https?:\/\/[^\s"'<>]+$/.test(value);
const isColour = (value) => /^#[0-9a-f]{6}$/i.test(value);
export const isDate = (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
export const oneOf = (known, value) => (known.includes(value) ? value : '');

export function instant(value) {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? null : time;
}

export function toneOf(status) {
  return Object.hasOwn(STATUSES, status) ? STATUSES[status] : 'unknown';
}

/** What the owner chose of the page's looks. */
function own(page) {
  const colour = isObject(page.colour) ? page.colour : {};
  return {
    logo: page.logo === LOGO,
    colour: isColour(colour.light) && isColour(colour.dark) ? { light: colour.light, dark: colour.dark } : null,
    links: objects(page.links).map((link) => ({ name: words(link.name), url: words(link.url) }))
      .filter(({ name, url }) => name !== '' && isWeb(url)),
    footer: words(page.footer),
  };
}

export function percentage(value) {
  return typeof value === 'string' && /^\d{1,3}(\.\d{1,6})?$/.test(value) ? value : null;
}

function counts(value) {
  const checks = isObject(value) ? value : {};
  return { active: amount(checks.active), suspect: amount(checks.suspect), unknown: amount(checks.unknown) };
}

function place(value) {
  return { id: words(value.id), name: words(value.name) || words(value.id), state: oneOf(PLACES, value.state) || 'silent' };
}

function group(value) {
  return {
    id: words(value.id),
    name: words(value.name) || words(value.id) || t('group.unnamed'),
    components: objects(value.components).map(component),
  };
}

function component(value) {
  return {
    id: words(value.id),
    name: words(value.name) || words(value.id) || t('component.unnamed'),
    about: words(value.description),
    tone: toneOf(value.status),
    said: isObject(value.override) ? { until: instant(value.override.until), reason: words(value.override.reason) } : null,
    since: instant(value.since),
    seemsOver: instant(value.seemsOverSince),
    unstable: instant(value.unstableSince),
    problems: objects(value.problems).map(problem),
    uptime: percentage(value.uptime),
    low: percentage(value.low),
    high: percentage(value.high),
    coverage: percentage(value.coverage),
    days: objects(value.days).filter((item) => isDate(item.date)).slice(-DAYS).map(day),
  };
}

function problem(value) {
  return {
    check: words(value.check) || words(value.checkId) || t('check.unnamed'),
    side: oneOf(SIDES, value.side),
    reason: words(value.reason),
    message: words(value.message),
    evidence: /^[A-Za-z0-9.-]+$/.test(words(value.evidence)) ? value.evidence : '',
  };
}

export function day(value) {
  return {
    date: value.date,
    operational: amount(value.operational),
    degraded: amount(value.degraded),
    partial: amount(value.partial),
    down: amount(value.major),
    maintenance: amount(value.maintenance),
    unobserved: amount(value.unobserved),
    least: amount(value.least),
    most: amount(value.most),
  };
}

function speed(value) {
  const all = isObject(value) ? value : {};
  return {
    day: latency(isObject(all.day) ? all.day : {}),
    hours: latencyHours(all.hours),
  };
}

/** Hours of the page or of one component, oldest first. */
export function latencyHours(value) {
  return objects(value)
    .map((hour) => ({ hour: instant(hour.hour), ...latency(hour) }))
    .filter((hour) => hour.hour !== null)
    .slice(-HOURS);
}

export function latency(value) {
  return { n: amount(value.n), p50: measure(value.p50), p95: measure(value.p95), p99: measure(value.p99) };
}
