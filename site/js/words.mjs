// Every sentence that is made from the data. Plain words for visitors, none of the monitor's jargon.

import { count, duration, list, moment, number } from './format.mjs';

const HEADLINES = {
  works: ['operational', 'Everything works'],
  slow: ['degraded', 'Slower than usual'],
  some_fail: ['partial', 'Some pictures fail'],
  cached_only: ['partial', 'Cached pictures only'],
  down: ['down', 'Down'],
  recovering: ['partial', 'Recovering'],
  maintenance: ['maintenance', 'Planned work'],
  cannot_see: ['unknown', 'We cannot see'],
};

export const SIDES = {
  service: 'the image service',
  origin: 'the place our test picture comes from, not the image service',
  edge: 'the CDN or network in front of the service',
  blocked: 'a limit or block against our own checks',
  monitor: 'our own monitor, not the service',
};
export const NO_SIDE = 'not known yet';

export const REASONS = {
  DNS: 'The name of the service was not found.',
  CONNECT: 'No connection to the service could be made.',
  TLS: 'The encrypted connection was refused or its certificate is not valid.',
  TIMEOUT: 'No complete answer came in time.',
  RESET: 'The connection broke before the answer was complete.',
  STATUS: 'The service answered with another status than expected.',
  HEADER: 'The answer carried wrong or missing headers.',
  BODY: 'The answer was not what it should be.',
  IMAGE: 'A picture came back, but not the expected one.',
  PROTOCOL: 'The answer broke the rules of HTTP.',
  TOO_LARGE: 'The answer was larger than it may be.',
  SECURITY: 'A private address was fetched: the service can be used to look into its own network.',
};

/** @returns {[string, string]} tone and headline */
export function headline(view) {
  return HEADLINES[view.kind === 'seen' ? view.status.headline : 'cannot_see'];
}

/** One sentence of what it means for a visitor. */
export function meaning(view, failure) {
  if (view.kind === 'none') return withoutData(failure);
  if (view.kind === 'stale') return withOldData(view);
  const { status } = view;
  const pace = `${count(status.checks.active, 'check')} from ${from(status)}, every ${every(status.round)}.`;
  switch (status.headline) {
    case 'works': return doubtless(status) + pace;
    case 'slow': return `Pictures arrive, but later than usual. Affected: ${affected(status)}.${alone(status)}`;
    case 'some_fail': return `Trouble with ${affected(status)}.${rest(status)}${alone(status)}`;
    case 'cached_only': return `Pictures that were asked for before load as usual; new ones fail.${alone(status)}`;
    case 'down': return `Pictures do not load at the moment.${alone(status)}`;
    case 'recovering': return `${recovering(view)} We call it over after three good rounds.${alone(status)}`;
    case 'maintenance': return 'Announced work is going on; some pictures may fail or be slow meanwhile.';
    default: return 'Our monitor is blind at the moment. That says nothing about the service itself.';
  }
}

/** What one place alone sees may be otherwise elsewhere. */
const alone = ({ places }) => (places.length === 1 ? ' Seen from one place only.' : '');

function recovering({ status, now }) {
  const starts = components(status).map((one) => one.seemsOver).filter((start) => start !== null);
  return starts.length === 0 ? 'All seems well again.' : `All seems well again since ${moment(Math.max(...starts), now)}.`;
}

function doubtless(status) {
  if (status.checks.suspect === 0) return '';
  return status.checks.suspect === 1 ? 'One check is being repeated; ' : `${number(status.checks.suspect)} checks are being repeated; `;
}

const every = (seconds) => (seconds === 60 ? 'minute' : duration(seconds * 1000));

function from(status) {
  if (status.places.length === 1) return 'one place only';
  return count(Math.max(1, status.places.filter((place) => place.state === 'reporting').length), 'location');
}

function components(status) {
  return status.groups.flatMap((group) => group.components);
}

function affected(status) {
  const names = components(status).filter((one) => isTrouble(one.tone)).map((one) => one.name);
  return names.length === 0 ? 'a part of the service' : list(names, 3);
}

export const isTrouble = (tone) => tone === 'degraded' || tone === 'partial' || tone === 'down';

function rest(status) {
  const others = components(status).filter((one) => !isTrouble(one.tone));
  if (others.length === 0) return '';
  return others.every((one) => one.tone === 'operational') ? ' Everything else works.' : ' Not all of the rest can be seen.';
}

function withoutData(failure) {
  return failure === 'unavailable'
    ? 'The monitor has just started. Its first results come in a moment.'
    : 'The status data cannot be reached or read from here. We keep trying.';
}

function withOldData(view) {
  if (view.age === null) return 'The newest data does not say when it was made, so it says nothing about now.';
  const [, then] = HEADLINES[view.status.headline];
  return `The newest data is ${duration(view.age)} old, so we do not know how the service is now. It said: ${then}.`;
}

/** "Checked 14 s ago from Frankfurt and Tokyo". */
export function freshness(view, failures) {
  const trouble = failures > 1 ? ' · the last tries to refresh failed' : '';
  if (view.age === null) return `Age unknown${trouble}`;
  const names = view.status.places.filter((place) => place.state === 'reporting').map((place) => place.name);
  const seen = names.length === 0 ? 'Tried' : 'Checked';
  const places = names.length === 0 ? '' : ` from ${list(names, 6)}`;
  return `${seen} ${duration(view.age)} ago${places}${missing(view.status)}${trouble}`;
}

function missing(status) {
  const named = (state) => status.places.filter((place) => place.state === state).map((place) => place.name);
  const blind = named('blind');
  const silent = named('silent');
  return (blind.length === 0 ? '' : ` · ${list(blind, 3)} cannot see`)
    + (silent.length === 0 ? '' : ` · no word from ${list(silent, 3)}`);
}

/** "since 14:02 · 23 min". */
export function since(start, now) {
  return start === null ? '' : `since ${moment(start, now)} · ${duration(now - start)}`;
}

/** How an outage goes on, beside what fails. */
export function course({ seemsOver, unstable }, now) {
  if (unstable !== null) return `Goes up and down since ${moment(unstable, now)}; single changes are not told.`;
  return seemsOver === null ? '' : `All is good again since ${moment(seemsOver, now)}; not called over yet.`;
}

/** The title of a trouble: the checks by name and what they do. */
export function troubleTitle(component) {
  const names = [...new Set(component.problems.map((problem) => problem.check))];
  if (names.length === 0) return component.name;
  if (component.tone === 'unknown') return `${component.name} cannot be judged`;
  if (component.tone === 'maintenance') return `Planned work on ${component.name}`;
  const slow = component.problems.every((problem) => problem.reason === 'SLOW' || problem.reason === '');
  const verb = slow && component.tone === 'degraded' ? ['is slow', 'are slow'] : ['fails', 'fail'];
  return `${list(names, 3)} ${verb[names.length === 1 ? 0 : 1]}`;
}
