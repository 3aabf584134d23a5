package io.zrs.cli.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.cli.topic.TopicFilter.Sides;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.PayloadType;
import io.zrs.testing.Golden;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicListTest {
    private static final TopicFilter ALL = new TopicFilter(Optional.empty(), Sides.BOTH, false);

    private static final List<TopicEntry> TOPICS = List.of(
            entry("/odom", 1, 2, true, false, "{\"pose\": {\"x\": 1, \"y\": 2}}"),
            entry("BARO", 2, 0, true, false, "1013.25"),
            entry("/chatter", 1, 1, true, false, "hello"),
            entry("/arm", 0, 1, false, false, null),
            entry("/arm/camera", 1, 0, true, false, "\u0000"),
            entry("/armour", 1, 0, true, false, null),
            entry("/map", 0, 0, true, true, "[[0, 1]]"),
            entry("/gone", 0, 0, true, false, "bye"),
            entry("/never", 0, 0, false, false, null));

    /** As an original master has them. */
    private static final List<TopicEntry> ORIGINAL = List.of(
            new TopicEntry(
                    new TopicName("BARO"), OptionalInt.empty(), OptionalInt.of(0), true, false, Optional.empty()),
            new TopicEntry(new TopicName("AVG"), OptionalInt.of(1), OptionalInt.of(2), true, false, Optional.empty()));

    @Test
    void listsNames() {
        check("list", TopicListForm.names(), ALL, TOPICS);
        check("list-past", TopicListForm.names(), new TopicFilter(Optional.empty(), Sides.BOTH, true), TOPICS);
    }

    @Test
    void listsTypes() {
        check("list-types", TopicListForm.types(), ALL, TOPICS);
    }

    @Test
    void listsAsRostopicDoes() {
        check("list-verbose", TopicListForm.verbose(ALL), ALL, TOPICS);
        for (Sides side : List.of(Sides.PUBLISHED, Sides.SUBSCRIBED)) {
            TopicFilter filter = new TopicFilter(Optional.empty(), side, true);
            check(
                    "list-verbose-" + side.name().toLowerCase(java.util.Locale.ROOT),
                    TopicListForm.verbose(filter),
                    filter,
                    TOPICS);
        }
    }

    @Test
    void listsWhatAnOriginalMasterTells() {
        check("list-original", TopicListForm.names(), ALL, ORIGINAL);
        check("list-original-verbose", TopicListForm.verbose(ALL), ALL, ORIGINAL);
        check("list-original-json", TopicListForm.json(true), ALL, ORIGINAL);
    }

    @Test
    void listsJson() {
        check("list-json", TopicListForm.json(false), ALL, TOPICS);
        check("list-json-details", TopicListForm.json(true), ALL, TOPICS);
    }

    @Test
    void counts() {
        assertEquals("7\n", text(TopicListForm.count(), ALL, TOPICS));
        assertEquals("{\"count\":7}\n", text(TopicListForm.jsonCount(), ALL, TOPICS));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, BOTH, false, /arm /arm/camera /armour /chatter /map /odom BARO",
                "-, BOTH, true, /arm /arm/camera /armour /chatter /gone /map /odom BARO",
                "-, PUBLISHED, false, /arm/camera /armour /chatter /map /odom BARO",
                "-, PUBLISHED, true, /arm/camera /armour /chatter /gone /map /odom BARO",
                "-, SUBSCRIBED, false, /arm /chatter /odom",
                "-, SUBSCRIBED, true, /arm /chatter /odom",
                "/arm, BOTH, false, /arm /arm/camera",
                "/arm/, BOTH, false, /arm /arm/camera",
                "/, BOTH, false, /arm /arm/camera /armour /chatter /map /odom",
                "BARO, BOTH, false, BARO",
                "arm, BOTH, false, ''",
            })
    void showsWhatSomebodyIsOnOrAsksFor(String namespace, Sides sides, boolean past, String names) {
        TopicFilter filter = new TopicFilter(Optional.ofNullable(namespace), sides, past);
        List<String> shown = filter.apply(TOPICS).stream()
                .map(topic -> topic.topic().value())
                .toList();
        assertEquals(names, String.join(" ", shown));
    }

    private static void check(String name, TopicListForm form, TopicFilter filter, List<TopicEntry> topics) {
        Golden.check(TopicListTest.class, name, text(form, filter, topics));
    }

    private static String text(TopicListForm form, TopicFilter filter, List<TopicEntry> topics) {
        ByteText out = new ByteText();
        form.append(out, filter.apply(topics));
        return out.toString();
    }

    static TopicEntry entry(
            String name, int publishers, int subscribers, boolean published, boolean latched, String payload) {
        return new TopicEntry(
                new TopicName(name),
                OptionalInt.of(publishers),
                OptionalInt.of(subscribers),
                published,
                latched,
                Optional.ofNullable(payload).map(text -> PayloadType.of(text.getBytes(UTF_8))));
    }
}
