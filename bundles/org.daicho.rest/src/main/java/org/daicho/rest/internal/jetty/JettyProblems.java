package org.daicho.rest.internal.jetty;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.osgi.service.component.annotations.Component;

/**
 * Has the server itself answer with problems: what it can't parse never reaches a servlet. A connector is the one thing
 * that the server asks other bundles for, and so the one place to meet it; the connector made here listens nowhere.
 */
@Component
public class JettyProblems implements ConnectorFactory {

    @Override
    public Connector createConnector(Server server) {
        server.setErrorHandler(new ProblemErrorHandler());
        return new LocalConnector(server);
    }
}
