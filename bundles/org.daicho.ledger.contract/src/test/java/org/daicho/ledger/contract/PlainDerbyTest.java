package org.daicho.ledger.contract;

import java.nio.file.Path;

import javax.sql.DataSource;

/**
 * The ledger works on Derby as it comes, without the data source that encrypts it.
 */
class PlainDerbyTest extends DataSourceContract {

    private PlainDerby derby;

    @Override
    protected DataSource open(Path own) {
        derby = new PlainDerby(own);
        return derby.dataSource();
    }

    @Override
    protected void shutDown(DataSource database) {
        derby.shutDown();
    }
}
