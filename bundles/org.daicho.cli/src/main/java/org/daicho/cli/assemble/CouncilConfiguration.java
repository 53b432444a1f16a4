package org.daicho.cli.assemble;

import java.io.IOException;
import java.util.List;

import org.daicho.cli.assemble.CouncilFile.Cabinet;
import org.daicho.cli.assemble.CouncilFile.Calendar;
import org.daicho.cli.assemble.CouncilFile.Place;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A council file in the words of the bundles that it configures (OSGi Configurator format).
 *
 * @param id      the council's id
 * @param council the file
 */
record CouncilConfiguration(String id, CouncilFile council) {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    /** The council's own file in {@code conf}. */
    String councilJson() throws IOException {
        ObjectNode document = document("council");
        document.putObject("org.daicho.council").put("id", id);
        if (!council.name().isEmpty()) {
            first(document.putObject("org.daicho.chapter.council.first"));
        }
        if (council.calendar() != null) {
            calendar(document.putObject("org.daicho.chapter.facilities"), council.calendar());
        }
        return text(document);
    }

    /** The port, in a file whose name comes after that of the one with the default. */
    String portJson() throws IOException {
        ObjectNode document = document("port");
        document.putObject("org.apache.felix.http").put("org.osgi.service.http.port:Integer", council.port());
        return text(document);
    }

    private void first(ObjectNode first) {
        first.put("name", council.name());
        first.put("ward", council.ward());
        first.put("section", council.section());
        array(first, "offices", council.places().stream().filter(Place::office).map(Place::name).toList());
        array(first, "activities", council.places().stream().filter(place -> !place.office()).map(Place::name)
                .toList());
        array(first, "cabinets", council.cabinets().stream().map(Cabinet::name).toList());
        array(first, "cabinetRooms", council.cabinets().stream().map(Cabinet::room).toList());
    }

    private static void calendar(ObjectNode facilities, Calendar calendar) {
        if (calendar.weekdays() != null) {
            array(facilities, "closedWeekdays", calendar.weekdays());
        }
        if (calendar.holidays() != null) {
            facilities.put("closedOnHolidays", calendar.holidays());
        }
        if (calendar.newYear() != null) {
            facilities.put("closedAtNewYear", calendar.newYear());
        }
    }

    private static void array(ObjectNode object, String key, List<String> values) {
        values.forEach(object.putArray(key)::add);
    }

    private static ObjectNode document(String name) {
        return JsonNodeFactory.instance.objectNode().put(":configurator:resource-version", 1)
                .put(":configurator:symbolic-name", "org.daicho.conf." + name).put(":configurator:version", "1.0.0");
    }

    private static String text(ObjectNode document) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(INDENTER);
        printer.indentArraysWith(INDENTER);
        return JsonMapper.builder().build().writer(printer).writeValueAsString(document) + "\n";
    }
}
