package weservstatus.store;

/**
 * What every table must do, whatever lies beneath. A class that tests an adapter implements this
 * interface and supplies the table.
 */
public interface TableContract
        extends TableConditionsContract,
                TableExpiryContract,
                TableRangesContract,
                TableTransactionsContract,
                TableConcurrencyContract,
                TableValuesContract {}
