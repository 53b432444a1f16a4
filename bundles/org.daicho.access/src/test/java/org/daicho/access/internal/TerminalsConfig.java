package org.daicho.access.internal;

import java.lang.annotation.Annotation;

import org.daicho.access.internal.directory.AccountDirectory;

/** Makes the component of terminals with a setting. */
public final class TerminalsConfig {

    private TerminalsConfig() {
    }

    public static Terminals terminals(AccountDirectory directory, boolean required) {
        return new Terminals(directory, new Terminals.Config() {

            @Override
            public boolean required() {
                return required;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Terminals.Config.class;
            }
        });
    }
}
