package org.daicho.ledger.operation;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells what is wrong with the modules that are there: one that lost its ledger to another, whose code fails, or whose
 * calls don't return. Safe for use by many threads.
 */
@ProviderType
public interface ModuleFaults {

    /** Returns what is wrong now, by module; empty where all is well. */
    List<ModuleFault> faults();
}
