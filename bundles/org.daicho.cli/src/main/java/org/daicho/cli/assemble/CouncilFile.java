package org.daicho.cli.assemble;

import java.nio.file.Path;
import java.util.List;

/**
 * What IT staff write about a council before its distribution is assembled.
 *
 * @param name     the council's name, or an empty text
 * @param id       the id, or {@code null} for the distribution's name
 * @param ward     the ward, or an empty text
 * @param section  the section of the ward, or an empty text
 * @param places   the offices and places of activity, 1-2(2)
 * @param cabinets the cabinets in them, 5-2
 * @param calendar when the office is closed, or {@code null} for the chapter's own habit
 * @param modules  the modules, or {@code null} where the file names none
 * @param port     the port, or {@code null} for the default
 */
public record CouncilFile(String name, Wanted id, String ward, String section, List<Place> places,
        List<Cabinet> cabinets, Calendar calendar, List<Wanted> modules, Integer port) {

    /** A council about which nothing is known. */
    public static final CouncilFile NONE = new CouncilFile("", null, "", "", List.of(), List.of(), null, null, null);

    /**
     * A place of the procedure.
     *
     * @param name   its name
     * @param office whether it is an office; else a place of activity
     */
    public record Place(String name, boolean office) {
    }

    /**
     * A cabinet.
     *
     * @param name its name
     * @param room the place that it stands in
     */
    public record Cabinet(String name, String room) {
    }

    /**
     * When the office is closed (5-5); {@code null} leaves a choice to the chapter.
     *
     * @param weekdays on which weekdays, in the words of {@link java.time.DayOfWeek}
     * @param holidays whether on national holidays
     * @param newYear  whether at the turn of the year
     */
    public record Calendar(List<String> weekdays, Boolean holidays, Boolean newYear) {
    }

    /**
     * An id that was asked for.
     *
     * @param id    the id
     * @param where the file and line, or {@code null} where the command line named it
     */
    public record Wanted(String id, String where) {
    }

    /**
     * Reads and validates a file.
     *
     * @param file the file
     * @return what it says
     * @throws org.daicho.cli.Refusal naming file, line and reason
     */
    public static CouncilFile read(Path file) {
        return new CouncilReader(JsonPart.read(file)).council();
    }
}
