// Reads the feeds with rss-parser, the calendar with ical.js, and a Shields badge with badge-maker; prints one line of JSON.
'use strict';
const RssParser = require('rss-parser');
const ICAL = require('ical.js');
const {makeBadge} = require('badge-maker');

async function feed(url) {
    const read = await new RssParser().parseURL(url);
    return {title: read.title, items: read.items.map(item => ({id: item.id ?? item.guid, title: item.title, date: item.isoDate}))};
}

async function calendar(url) {
    const root = new ICAL.Component(ICAL.parse(await (await fetch(url)).text()));
    root.getAllSubcomponents('vtimezone').forEach(zone => ICAL.TimezoneService.register(zone));
    return root.getAllSubcomponents('vevent').map(component => {
        const event = new ICAL.Event(component);
        const starts = [];
        const iterator = event.iterator();
        for (let next = iterator.next(); next && starts.length < 10; next = iterator.next()) {
            starts.push(event.getOccurrenceDetails(next).startDate.toJSDate().toISOString());
        }
        return {uid: event.uid, summary: event.summary, starts};
    });
}

async function badge(url) {
    const {label, message, color, schemaVersion} = await (await fetch(url)).json();
    const svg = makeBadge({label, message, color: '#' + color, style: 'flat'});
    return {schemaVersion, title: /<title>([^<]*)/.exec(svg)[1], width: Number(/width="([0-9.]+)"/.exec(svg)[1])};
}

async function main(url) {
    return {
        atom: await feed(url + 'history.atom'),
        rss: await feed(url + 'history.rss'),
        events: await calendar(url + 'maintenance.ics'),
        badge: await badge(url + 'badge/formats/status.json'),
    };
}

main(process.argv[2]).then(read => console.log(JSON.stringify(read)));
