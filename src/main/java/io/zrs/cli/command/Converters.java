package io.zrs.cli.command;

import io.zrs.client.MasterAddress;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From the words of a command line to values, with complaints that say what is expected. */
public final class Converters {
    private Converters() {}

    /** Lets {@code parse} read {@code text}, and turns its complaint into one about the command line. */
    public static <T> T convert(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (ZrsException e) {
            throw new TypeConversionException(e.getMessage() + (e.remedy().isEmpty() ? "" : ", " + e.remedy()));
        }
    }

    /** A topic. */
    public static final class Topic implements ITypeConverter<TopicName> {
        @Override
        public TopicName convert(String text) {
            return Converters.convert(text, TopicName::new);
        }
    }

    /** A master's address. */
    public static final class Master implements ITypeConverter<MasterAddress> {
        @Override
        public MasterAddress convert(String text) {
            return Converters.convert(text, MasterAddress::parse);
        }
    }

    /** A size in bytes, such as {@code 64MiB}. */
    public static final class Size implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Quantity.size(text);
        }
    }

    /** A time span, such as {@code 10s}. */
    public static final class Span implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Quantity.duration(text);
        }
    }

    /** How many: a whole number from 1 up. */
    public static final class Count implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return number(text, Long::valueOf, 1L, Long.MAX_VALUE, "a whole number from 1 up");
        }
    }

    /** How often a second: a number above 0. */
    public static final class Rate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text, Double::valueOf, 1e-6, 1e9, "a number above 0");
        }
    }

    /** A port: 0, which stands for a free one, to 65535. */
    public static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, Integer::valueOf, 0, 65535, "a port, from 0 to 65535");
        }
    }

    private static <N extends Comparable<N>> N number(
            String text, Function<String, N> parse, N least, N most, String what) {
        try {
            N value = parse.apply(text);
            if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                return value;
            }
            throw new TypeConversionException("'" + text + "' is not " + what);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not " + what);
        }
    }
}
