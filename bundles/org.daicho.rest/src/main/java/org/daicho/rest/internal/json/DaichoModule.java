package org.daicho.rest.internal.json;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

/**
 * How the system's own values look in JSON: texts in the reader's language, times with the offset of Asia/Tokyo, roles
 * by their lower-case names, days as {@code 2026-11-23} only, periods as {@code 2026-11}.
 */
final class DaichoModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** {@link LocalDate#parse} also takes years of more digits and of sign. */
    private static final int DATE_LENGTH = "2026-11-23".length();

    DaichoModule() {
        super("daicho");
        addSerializer(Text.class, new TextSerializer());
        addSerializer(Instant.class, new InstantSerializer());
        addSerializer(Role.class, new RoleSerializer());
        setMixInAnnotation(Violation.class, ViolationMembers.class);
        addSerializer(SheetPeriod.class, ToStringSerializer.instance);
        addDeserializer(LocalDate.class, new DateDeserializer());
    }

    /**
     * Writes a time as JSON has it.
     *
     * @param time the time
     * @return such as {@code 2026-11-23T09:00:00+09:00}
     */
    static String time(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(TOKYO));
    }

    /** Few violations have something to choose from. */
    private interface ViolationMembers {

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Choice> choices();
    }

    private static final class TextSerializer extends JsonSerializer<Text> {

        @Override
        public void serialize(Text text, JsonGenerator out, SerializerProvider provider) throws IOException {
            Locale locale = (Locale) provider.getAttribute(Json.LOCALE);
            out.writeString(text.in(locale == null ? Locale.JAPANESE : locale));
        }
    }

    private static final class InstantSerializer extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(time(time));
        }
    }

    private static final class RoleSerializer extends JsonSerializer<Role> {

        @Override
        public void serialize(Role role, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(role.id());
        }
    }

    private static final class DateDeserializer extends JsonDeserializer<LocalDate> {

        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() == JsonToken.VALUE_STRING && in.getText().length() == DATE_LENGTH) {
                try {
                    return LocalDate.parse(in.getText());
                } catch (DateTimeException e) {
                    return (LocalDate) context.handleWeirdStringValue(LocalDate.class, in.getText(), "no date");
                }
            }
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, in);
        }
    }
}
