package io.zrs.launch.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.yaml.Place;
import io.zrs.yaml.YamlFile;
import io.zrs.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommandWordsTest {
    private static final Scope SCOPE = new Scope(
            Path.of("/a b"),
            Map.of("file", "my file.py", "none", "", "more", "-x '1 2' $HOME", "pipe", "|"),
            name -> name.equals("X") ? "set" : null);

    private static List<String> split(String text) {
        YamlFile file = new YamlFile("f", (typed, candidates) -> Optional.empty());
        return CommandWords.of(new YamlScalar(new Place(file, 1, 1), text, false), SCOPE);
    }

    @Test
    void blanksSeparateAndQuotesKeep() {
        assertEquals(List.of("a", "b c", "d\"e", "f'g", "", "h"), split(" a  'b c' d\\\"e \"f'g\" ''\n\th "));
    }

    @Test
    void withinAWordSignsOfAShellStay() {
        assertEquals(
                List.of("a|b", "x>y", "http://h/?a=1&b;c", "a~/b", "~me", "~", "~/c", ">d", "2"),
                split("a|b x>y http://h/?a=1&b;c a~/b ~me '~' \\~/c '>d' 2"));
    }

    @Test
    void aSubstitutionStaysOneWord() {
        assertEquals(List.of("python3", "/a b/my file.py"), split("python3 $(dirname)/$(arg file)"));
        assertEquals(List.of("a", "xset", "no"), split("a x$(env X) $(env Y no)"));
        assertEquals(List.of("a", "|"), split("a $(arg pipe)"));
    }

    @Test
    void anEmptyOneVanishesUnlessQuoted() {
        assertEquals(List.of("a", ""), split("a $(arg none) \"$(arg none)\" $(optenv Z)"));
    }

    @Test
    void wordsAreSeveral() {
        assertEquals(List.of("a", "-x", "1 2", "$HOME", "b"), split("a $(words more) b"));
        assertEquals(List.of("a", "-x '1 2' $HOME"), split("a \"$(words more)\""));
        assertEquals(List.of("a"), split("a $(words none)"));
    }

    @Test
    void singleQuotesAndBackslashesKeepTheSign() {
        assertEquals(List.of("$(arg x)", "$HOME", "$(date)", "5$", "$"), split("'$(arg x)' \\$HOME $$(date) 5$ $"));
    }

    /** What is quoted as a shell would have it comes out as it went in. */
    @Test
    void quotedWordsComeBack() {
        Random random = new Random(3);
        String signs = "ab '\"\\$(){}|&;<>\n\t*?~#`é";
        for (int round = 0; round < 2000; round++) {
            List<String> words = new ArrayList<>(List.of("first"));
            StringBuilder line = new StringBuilder("first");
            for (int count = random.nextInt(5); count > 0; count--) {
                StringBuilder word = new StringBuilder();
                for (int length = random.nextInt(6); length > 0; length--) {
                    word.append(signs.charAt(random.nextInt(signs.length())));
                }
                words.add(word.toString());
                line.append(' ').append("'" + word.toString().replace("'", "'\\''") + "'");
            }
            assertEquals(words, split(line.toString()));
        }
    }
}
