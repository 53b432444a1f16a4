package org.daicho.rest.internal.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Marks a JAX-RS extension for all applications of the system, of this bundle or not. Applications select the set with
 * {@code (daicho.rest=json)}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SharedExtension {

    /** The name of the set. */
    String daicho_rest() default "json";

    /** Makes it an extension. */
    boolean osgi_jaxrs_extension() default true;

    /** Takes it to every application. */
    String osgi_jaxrs_application_select() default "(osgi.jaxrs.name=*)";
}
