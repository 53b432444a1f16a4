package org.daicho.ledger.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.MissingResourceException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Locale machine = Locale.getDefault();

    @BeforeEach
    void ofAnotherCountry() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(machine);
    }

    @Test
    void aMessageIsInBothLanguagesAndItsNumbersAreOfNoCountry() {
        assertEquals(new Text("書庫1は4,000字まで。", "Cabinet 1: 4,000 characters at most."),
                new Texts(TextsTest.class, "sample").text("length", "1", 4000));
    }

    @Test
    void aMessageThatIsMissingIsAFaultOfTheModule() {
        Texts texts = new Texts(TextsTest.class, "sample");
        assertThrows(MissingResourceException.class, () -> texts.text("nowhere"));
        assertThrows(MissingResourceException.class, () -> new Texts(TextsTest.class, "nowhere"));
    }
}
