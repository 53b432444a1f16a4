package org.daicho.access.internal;

import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.ledger.system.TerminalDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Tells the ledger whether registered terminals are asked for (8-2(13)①): from the first registration on, for good. A
 * revoked one still counts, so that losing the only terminal opens nothing.
 */
@Component(configurationPid = "org.daicho.access.terminals")
@Designate(ocd = Terminals.Config.class)
public final class Terminals implements TerminalDirectory {

    /** The settings about terminals. */
    @ObjectClassDefinition(name = "Daicho: terminals")
    @interface Config {

        /** Whether terminals are asked for before the first is registered. */
        @AttributeDefinition(description = "Ask for a registered terminal even before the first one is registered")
        boolean required() default false;
    }

    private final AccountDirectory directory;
    private volatile boolean required;

    /** Looks at the register of terminals. */
    @Activate
    public Terminals(@Reference AccountDirectory directory, Config config) {
        this.directory = directory;
        configure(config);
    }

    /** Takes another setting over, and is there all the while. */
    @Modified
    void configure(Config config) {
        required = config.required();
    }

    @Override
    public boolean isRequired() {
        return required || !directory.terminals().isEmpty();
    }
}
