package org.daicho.chapter.mynumber.ending;

/**
 * The names of the record of files, as {@code definitions/mynumber.files.json} has them.
 */
public interface Files {

    /** The ledger's id. */
    String LEDGER = "mynumber.files";

    String CREATE = "create";

    String TASK = "task";
    String CREATED_ON = "createdOn";
    String CREATED_BY = "createdBy";
}
