package org.daicho.cli.assemble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.daicho.cli.refusal.Refusal;

/**
 * Which jars of a distribution some of its modules need, for many choices of modules after one reading of the jars. Use by
 * one thread.
 */
public final class Closures implements AutoCloseable {

    private final Pool pool;
    private final Base base;

    private Closures(Pool pool, Base base) {
        this.pool = pool;
        this.base = base;
    }

    /**
     * Reads a distribution.
     *
     * @param distribution its folder
     * @param more         further jars, as if they lay in its catalogue
     * @return its closures, to be closed by the caller
     * @throws IOException where a jar cannot be read
     * @throws Refusal     where the distribution is not whole
     */
    public static Closures of(Path distribution, Path... more) throws IOException {
        Base base = Base.read(distribution);
        return new Closures(Pool.open(distribution, more), base);
    }

    /** Returns the ids of the modules that there are, in order. */
    public Set<String> modules() {
        return pool.modules();
    }

    /**
     * Resolves modules together.
     *
     * @param modules their ids; none for the base alone
     * @return the jars that they need, with those of the base
     * @throws Refusal naming the first module that cannot be resolved, and what it lacks
     */
    public List<Path> jars(Collection<String> modules) {
        return Closure.of(pool, base, modules).stream().map(pool::jar).toList();
    }

    @Override
    public void close() throws IOException {
        pool.close();
    }
}
