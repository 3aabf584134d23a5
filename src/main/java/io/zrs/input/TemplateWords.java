package io.zrs.input;

import io.zrs.input.Template.Part;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What the fields of a template are called, and what each stands for. */
final class TemplateWords {
    private static final String THERE_IS = "there is {{count}} {{count 1..9}} {{count 0..100 5}} {{time}} {{time ms}}"
            + " {{time ns}} {{time iso}} {{random}} {{random 1..6}} {{random a|b}} {{uuid}}";

    private static final int DECIMALS = 6;
    private static final int MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000L;
    private static final int NANOS_A_MILLI = 1_000_000;

    /** As ISO 8601 has it, always with six decimals. */
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final RandomGenerator random;

    /** With where the time and chance come from. */
    TemplateWords(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Says why a field is none. */
    static final class Complaint extends Exception {
        private static final long serialVersionUID = 1L;

        Complaint(String text) {
            super(text);
        }
    }

    /** What stands between the braces, without blanks around it. */
    Part part(String field) throws Complaint {
        int blank = field.indexOf(' ');
        String word = blank < 0 ? field : field.substring(0, blank);
        String rest = blank < 0 ? "" : field.substring(blank).strip();
        return switch (word) {
            case "count" -> count(rest);
            case "time" -> time(rest);
            case "random" -> random(rest);
            case "uuid" -> {
                if (!rest.isEmpty()) {
                    throw new Complaint("{{uuid}} takes nothing");
                }
                yield (out, number) -> out.add(uuid().toString());
            }
            default -> throw new Complaint("'" + word + "' is no field of a template; " + THERE_IS);
        };
    }

    private static Part count(String rest) throws Complaint {
        if (rest.isEmpty()) {
            return (out, number) -> out.addDecimal(number, 0);
        }
        return CountRange.parse(rest);
    }

    private Part time(String form) throws Complaint {
        return switch (form) {
            case "" ->
                (out, number) -> {
                    Instant now = clock.instant();
                    out.addDecimal(now.getEpochSecond() * MILLION + now.getNano() / 1000, DECIMALS);
                };
            case "ms" ->
                (out, number) -> {
                    Instant now = clock.instant();
                    out.addDecimal(now.getEpochSecond() * 1000 + now.getNano() / NANOS_A_MILLI, 0);
                };
            case "ns" ->
                (out, number) -> {
                    Instant now = clock.instant();
                    out.addDecimal(now.getEpochSecond() * BILLION + now.getNano(), 0);
                };
            case "iso" -> (out, number) -> out.add(ISO.format(clock.instant()));
            default -> throw new Complaint("'" + form + "' is no form of {{time}}; there is ms, ns and iso");
        };
    }

    private Part random(String rest) throws Complaint {
        if (rest.isEmpty()) {
            return (out, number) -> out.addDecimal(random.nextInt(MILLION), DECIMALS);
        }
        if (rest.indexOf('|') >= 0) {
            String[] choices = rest.split("\\|", -1);
            return (out, number) -> out.add(choices[random.nextInt(choices.length)]);
        }
        return RandomRange.parse(rest, random);
    }

    /** Version 4, whose bits are chance but for those that say so. */
    private UUID uuid() {
        long high = random.nextLong() & ~0xf000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low);
    }
}
