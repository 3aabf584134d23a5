package io.zrs.shell.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminfoTest {
    private final Set<Capability> flags = new HashSet<>();
    private final Map<Capability, Integer> numbers = new HashMap<>();
    private final Map<Capability, String> strings = new HashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xterm",
                "xterm-256color",
                "screen",
                "screen-256color",
                "rxvt",
                "rxvt-unicode",
                "rxvt-unicode-256color",
                "rxvt-basic",
                "ansi",
                "dumb",
                "dumb-color"
            })
    void readsWhatJLineReads(String type) throws IOException {
        String description = InfoCmp.getDefaultInfoCmp(type);
        Set<Capability> flagsThere = new HashSet<>();
        Map<Capability, Integer> numbersThere = new HashMap<>();
        Map<Capability, String> stringsThere = new HashMap<>();
        InfoCmp.parseInfoCmp(description, flagsThere, numbersThere, stringsThere);

        new Terminfo(flags, numbers, strings).read(description);

        assertEquals(flagsThere, flags);
        assertEquals(numbersThere, numbers);
        assertEquals(stringsThere.keySet(), strings.keySet());
        stringsThere.forEach((name, value) -> assertEquals(value, cutAsThere(strings.get(name))));
    }

    /** JLine ends an entry at a comma also where that is escaped. */
    private static String cutAsThere(String value) {
        int comma = value.indexOf("\\,");
        return comma < 0 ? value : value.substring(0, comma + 1);
    }

    @Test
    void takesNumbersInEveryBaseAndPassesOverWhatItDoesNotKnow() throws IOException {
        new Terminfo(flags, numbers, strings)
                .read("# comment, am\n\tcolors#0x100, cols#80, nosuch#1, nosuch, am,\n\tcr=\\,x,");

        assertEquals(Map.of(Capability.max_colors, 256, Capability.columns, 80), numbers);
        assertEquals(Set.of(Capability.auto_right_margin), flags);
        assertEquals(Map.of(Capability.carriage_return, "\\,x"), strings);
    }
}
