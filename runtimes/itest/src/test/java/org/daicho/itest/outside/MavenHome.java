package org.daicho.itest.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The home of somebody whose Maven has never run: its repository is empty, and filled from that of the build, else from
 * the network.
 */
final class MavenHome {

    private static final String SETTINGS = """
            <settings>
              <profiles><profile>
                <id>build</id>
                <repositories><repository>%1$s</repository></repositories>
                <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
              </profile></profiles>
              <activeProfiles><activeProfile>build</activeProfile></activeProfiles>
            </settings>
            """;

    /** Nothing of Daicho comes from there: that is the SDK's. */
    private static final String REPOSITORY = "<id>build</id><url>%s</url><snapshots><enabled>false</enabled></snapshots>";

    private MavenHome() {
    }

    /** Lays out a home; Maven takes it with {@code -Duser.home}. */
    static void lay(Path home) throws IOException {
        // Surefire and failsafe tell their tests where the build's repository is.
        Path repository = Path.of(System.getProperty("localRepository",
                System.getProperty("user.home") + "/.m2/repository"));
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2/settings.xml"),
                SETTINGS.formatted(REPOSITORY.formatted(repository.toUri())));
    }
}
