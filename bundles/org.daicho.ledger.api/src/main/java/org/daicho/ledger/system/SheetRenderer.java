package org.daicho.ledger.system;

import java.util.Locale;

import org.daicho.ledger.sheet.Sheet;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Renders a sheet in a format for people. A service; called by many threads at once.
 */
@ConsumerType
public interface SheetRenderer {

    /** Returns the media type, such as {@code text/csv}. */
    String mediaType();

    /** Returns the ending of file names, without the dot, such as {@code csv}. */
    String extension();

    /**
     * Renders a sheet.
     *
     * @param sheet  the sheet
     * @param locale the reader's language; the form's own headings stay Japanese
     * @return the bytes of the file
     */
    byte[] render(Sheet sheet, Locale locale);
}
