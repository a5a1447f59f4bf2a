// Reads months, reports and checks as carefully as read.mjs reads the status document.

import { amount, day, instant, isDate, isObject, latency, measure, objects, oneOf, percentage, words } from '../read.mjs';

const KINDS = ['http', 'journey', 'tcp', 'dns', 'heartbeat'];
const PATHS = ['hit', 'miss', 'none'];
const RESULTS = ['passed', 'slow', 'failed', 'blocked', 'self-fault', 'no data'];
const STATES = ['good', 'slow', 'suspect', 'partial', 'failing', 'unknown', 'off'];
const MONTH = /^\d{4}-\d\d$/;
const HASH = /^[0-9a-f]{64}$/;

const texts = (value) => (Array.isArray(value) ? value : []).filter((one) => typeof one === 'string' && one.trim() !== '');
const matching = (syntax, value) => (typeof value === 'string' && syntax.test(value) ? value : '');

function head(value) {
  return {
    month: matching(MONTH, value.month),
    first: matching(MONTH, value.first),
    last: matching(MONTH, value.last),
    start: instant(value.start) ?? 0,
    end: instant(value.end) ?? 0,
    asOf: instant(value.asOf) ?? 0,
    hash: matching(HASH, value.sha256),
  };
}

export function readMonth(value) {
  return {
    ...head(value),
    components: objects(value.components).map((one) => ({ ...figures(one), days: objects(one.days).filter((item) => isDate(item.date)).map(day) })),
  };
}

function figures(value) {
  return {
    id: words(value.id),
    name: words(value.name) || words(value.id),
    group: words(value.group),
    uptime: percentage(value.uptime),
    low: percentage(value.low),
    high: percentage(value.high),
    strict: percentage(value.strict),
    weighted: percentage(value.weighted),
    coverage: percentage(value.coverage),
  };
}

export function readReport(value) {
  return {
    ...head(value),
    final: value.final === true,
    components: objects(value.components).map((one) => ({ ...figures(one), latency: latency(isObject(one.latency) ? one.latency : {}) })),
    speed: latency(isObject(value.speed) ? value.speed : {}),
    outages: objects(value.outages).map(outage),
    incidents: amount(value.incidents),
    objectives: objects(value.objectives).map(objective),
    counted: words(value.counted),
  };
}

function outage(value) {
  return {
    id: matching(/^[a-z0-9]{12}$/, value.id),
    title: words(value.title),
    impact: oneOf(['none', 'minor', 'major', 'critical'], value.impact) || 'none',
    started: instant(value.started),
    ended: instant(value.ended),
    within: amount(value.secondsWithin) * 1000,
  };
}

function objective(value) {
  return {
    name: words(value.name) || words(value.component),
    target: percentage(value.target),
    reached: percentage(value.reached),
    kept: typeof value.kept === 'boolean' ? value.kept : null,
  };
}

export function readChecks(value) {
  return { places: objects(value.places).map((one) => words(one.name)), checks: objects(value.checks).map(check) };
}

export function readCheck(value) {
  const one = isObject(value.check) ? value.check : {};
  return {
    ...check(one),
    places: objects(value.places).map((place) => words(place.name)),
    componentName: words(one.componentName),
    seen: objects(one.seen).map(seen),
  };
}

function check(value) {
  return {
    id: matching(/^[a-z0-9-]{1,63}$/, value.id),
    name: words(value.name) || words(value.id),
    why: words(value.why),
    component: words(value.component),
    kind: oneOf(KINDS, value.kind),
    asks: texts(value.asks),
    asserts: texts(value.asserts),
    every: amount(value.everySeconds) * 1000,
    timeout: amount(value.timeoutMillis),
    slowAfter: measure(value.slowAfterMillis),
    vital: value.vital === true,
    path: oneOf(PATHS, value.path) || 'none',
    state: oneOf(STATES, value.state) || 'unknown',
    since: instant(value.since),
    off: words(value.off),
  };
}

function seen(value) {
  return {
    place: words(value.place) || words(value.location),
    at: instant(value.at),
    confirms: value.confirms === true,
    result: oneOf(RESULTS, value.result) || 'no data',
    side: words(value.side),
    message: words(value.message),
    status: measure(value.status),
    took: measure(value.tookMicros),
    evidence: matching(/^[A-Za-z0-9.-]+$/, value.evidence),
  };
}
