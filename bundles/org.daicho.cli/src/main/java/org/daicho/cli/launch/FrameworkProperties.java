package org.daicho.cli.launch;

import java.util.HashMap;
import java.util.Map;

import org.osgi.framework.Constants;

/**
 * The properties that the framework and its bundles are started with.
 */
final class FrameworkProperties {

    private FrameworkProperties() {
    }

    /** The admin's first password is not among them: access reads the environment itself, so that no other bundle does. */
    static Map<String, String> of(Settings settings, DataFolder data) {
        Distribution distribution = settings.distribution();
        Configuration configuration = distribution.configuration();
        // HTTP reads these when it starts. As a configuration they would come a moment later, and HTTP would first
        // listen on its own default port, on every address.
        Map<String, Object> properties = new HashMap<>(configuration.properties(Settings.HTTP_PID));
        properties.put(Settings.PORT_KEY, Integer.toString(settings.port()));
        properties.put(Settings.HOST_KEY, settings.host());
        properties.put(Constants.FRAMEWORK_STORAGE, data.cache().toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put("felix.log.logger", new Logs.FrameworkLog());
        properties.put("felix.log.level", "2");
        properties.put("configurator.initial", configuration.without(Settings.HTTP_PID).toJson());
        // CXF's own HTTP transport would register servlets beside the whiteboard's.
        properties.put("org.apache.cxf.osgi.http.transport.disable", "true");
        // SCR tells that its components changed after this time, in milliseconds, instead of five seconds.
        properties.put("ds.service.changecount.timeout", "50");
        properties.put("daicho.runtime", distribution.name());
        properties.put("daicho.council", distribution.name());
        properties.put("daicho.home", distribution.root().toString());
        properties.put("daicho.data", settings.data().toString());
        properties.put("daicho.keys", settings.keys().toString());
        properties.put("daicho.catalogue", distribution.root().resolve("catalogue").toString());
        return cast(properties);
    }

    /** Felix takes its logger as an object in a map that the specification types as strings. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Map<String, String> cast(Map<String, Object> properties) {
        return (Map) properties;
    }
}
