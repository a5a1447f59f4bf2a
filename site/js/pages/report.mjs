// The report of a month: made to be printed and to be held against a contract.

import { el } from '../dom.mjs';
import { duration, milliseconds, percent } from '../format.mjs';
import { t } from '../language.mjs';
import { stamp } from '../told.mjs';
import { ask } from './ask.mjs';
import { frame, named, show, wanted } from './frame.mjs';
import { heading, MONTH, monthWays, nameOfMonth, note, orDash, state, table, uptime } from './parts.mjs';
import { readReport } from './reading.mjs';

const IMPACTS = { none: 'unknown', minor: 'degraded', major: 'partial', critical: 'down' };

frame();
show(async (place) => {
  const { document: answer, now } = await ask(`api/v1/report/${wanted('month', MONTH) || thisMonth()}.json`);
  const report = readReport(answer);
  const title = t('report.of', { month: nameOfMonth(report.month) });
  named(title, answer.page);
  document.getElementById('title').replaceChildren(title);
  place.replaceChildren(
    el('p', { class: 'meaning' }, t(report.final ? 'report.final' : report.asOf < report.end ? 'report.open' : 'report.soon')),
    tools(report),
    ...objectives(report),
    heading(t('report.uptime')), components(report), note(t('report.strictMeans'), { class: 'small under' }),
    heading(t('report.outages')), ...outages(report, now),
    heading(t('report.latency')), latency(report),
    heading(t('foot.count')), el('p', { class: 'counted', lang: 'en' }, report.counted),
    ...hash(report),
    monthWays('report.html', report),
  );
});

/** Of the visitor's clock; the answer says which months there are. */
function thisMonth() {
  return new Date().toISOString().slice(0, 7);
}

function tools({ month }) {
  const print = el('button', { type: 'button', class: 'button' }, t('report.print'));
  print.addEventListener('click', () => globalThis.print());
  const link = (ending, words) => el('a', { class: 'button', href: `api/v1/report/${month}.${ending}` }, words);
  return el('p', { class: 'tools' }, print, link('csv', 'CSV'), link('json', 'JSON'), el('a', { class: 'button', href: `history.html?month=${month}` }, t('report.days')));
}

function objectives({ objectives: list }) {
  if (list.length === 0) return [];
  const rows = list.map(({ name, target, reached, kept }) => [
    name, orDash(target, percent), orDash(reached, percent),
    kept === null ? state('unknown', t('report.unproven')) : state(kept ? 'operational' : 'down', t(kept ? 'report.kept' : 'report.missed')),
  ]);
  return [heading(t('report.objectives')), table(t('report.objectives'), [t('report.part'), t('report.target'), t('report.reached'), t('report.verdict')], rows)];
}

function components({ components: list }) {
  const names = ['report.part', 'report.uptimeShort', 'report.strict', 'report.weighted', 'report.coverage'];
  const rows = list.map((one) => [one.name, uptime(one), ...['strict', 'weighted', 'coverage'].map((name) => orDash(one[name], percent))]);
  return table(t('report.uptime'), names.map((name) => t(name)), rows);
}

function latency({ components: list, speed }) {
  const row = (name, all) => [name, ...['p50', 'p95', 'p99'].map((one) => milliseconds(all[one])), t('number', { n: all.n })];
  const names = ['report.part', 'report.p50', 'report.p95', 'report.p99', 'report.n'];
  return table(t('report.latency'), names.map((name) => t(name)), [row(t('report.newPictures'), speed), ...list.map((one) => row(one.name, one.latency))]);
}

function outages({ outages: list, incidents }, now) {
  if (list.length === 0) return [note(t('report.noOutages'))];
  const rows = list.map((one) => [
    one.id === '' ? one.title : el('a', { href: `incident.html?id=${one.id}` }, one.title),
    state(IMPACTS[one.impact], t(`impact.${one.impact}`)),
    one.started === null ? '–' : stamp(one.started, now),
    duration(one.within),
  ]);
  const names = ['report.incident', 'report.impact', 'report.began', 'report.within'].map((name) => t(name));
  const more = incidents > list.length ? [note(t('report.allIncidents', { n: incidents }))] : [];
  return [table(t('report.outages'), names, rows), ...more];
}

function hash({ hash: digest, month }) {
  if (digest === '') return [];
  return [note(t('report.hash')), el('code', { class: 'line', dir: 'ltr' }, digest),
    note(t('report.again', { month }))];
}
