package weservstatus.cost;

/** What AWS asks money for, as far as this program uses it. */
public enum Item {
    LAMBDA_REQUESTS,
    LAMBDA_TIME,
    SCHEDULES,
    TABLE_WRITES,
    TABLE_READS,
    TABLE_STORE,
    TABLE_BACKUP,
    KEY_CALLS,
    BUCKET_WRITES,
    BUCKET_READS,
    API_CALLS,
    CDN_CALLS,
    ALARMS,
    METRICS,
    METRIC_CALLS,
    LOGS
}
