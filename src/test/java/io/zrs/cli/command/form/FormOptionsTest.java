package io.zrs.cli.command.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.Definition;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.TestLine;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormOptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json --raw",
                "--json --csv",
                "--raw --csv",
                "--json --plot",
                "--raw --format=%s",
                "--csv --format=%s",
                "--full -l=3",
                "--json --full",
                "--raw -l=3",
                "--csv -l=3",
                "--format=%s --no-arr",
                "--json --no-str",
                "--raw --stamp",
                "--format=%s --stamp",
                "--raw --field=x",
                "--format=%s --field=x"
            })
    void refusesWhatContradictsAndNamesBoth(String options) {
        String[] words = options.split(" ");
        ZrsException error = assertThrows(ZrsException.class, () -> new FormTester(FormTester.PLAIN, false, words));
        String first = words[0].replaceAll("=.*", "");
        String second = words[1].replaceAll("=.*", "");
        assertEquals(first + " and " + second + " contradict each other", error.getMessage());
        assertEquals(ErrorCode.INVALID, error.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--csv -p",
                "--csv --no-arr",
                "--csv --stamp --field=x",
                "-p --stamp",
                "--json --stamp",
                "--json --field=x --field=y",
                "--full --no-arr --nostr",
                "--truncate-length=3 --noarr --no-str --stamp --field=x"
            })
    void takesWhatGoesTogether(String options) {
        new FormTester(FormTester.PLAIN, false, options.split(" "));
    }

    @Test
    void asksForTheWidthOnlyWhereItMatters() {
        Definition me = new Definition("show", "A test.");
        FormOptions forms = new FormOptions(me);
        TestLine.parse(me, "--raw");
        forms.form(new FakeWorld().with(FormTester.PLAIN).context(), false, () -> {
            throw new AssertionError("asked");
        });
    }
}
