// Reads a page with the npm package statuspage.io and prints what it understood as one line of JSON.
'use strict';
const {Statuspage} = require('statuspage.io');

async function main(url) {
    const client = new Statuspage('unused');
    client.setApiUrl(url);
    const api = client.api;
    const summary = await api.getSummary();
    return {
        indicator: (await api.getStatus()).status.indicator,
        summary: summary.status.indicator,
        components: Object.fromEntries((await api.getComponents()).components.map(c => [c.name, c.status])),
        incidents: (await api.incidents.getAll()).incidents.map(i => i.name),
        unresolved: (await api.incidents.getUnresolved()).incidents.map(i => i.incident_updates.length),
        maintenances: (await api.scheduledMaintenances.getAll()).scheduled_maintenances.map(m => m.scheduled_for),
        upcoming: (await api.scheduledMaintenances.getUpcoming()).scheduled_maintenances.length,
    };
}

main(process.argv[2]).then(read => console.log(JSON.stringify(read)));
