package org.daicho.ledger.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The service properties of a {@link LedgerModule}: {@code daicho.module}, {@code daicho.chapter} and
 * {@code daicho.forms}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DaichoModule {

    /** Prefix of the properties. */
    String PREFIX_ = "daicho.";

    /** The module's id, the first part of its ledgers' ids. */
    String module();

    /** The chapter of the procedure, 0 to 8; from 9 on one of a document of its own; -1 for parts of the system itself. */
    int chapter();

    /** The numbers of the paper forms that the module keeps. */
    int[] forms() default {};
}
