package io.zrs.cli.bag.read;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One value of what {@link InfoYaml} has, such as {@code duration}, {@code topics} or {@code topics[0].messages}. */
record InfoKey(String text) implements InfoForm {
    private static final int MOST_DIGITS = 9;

    @Override
    public void append(ByteText out, BagReport report, boolean first) {
        Object value = InfoYaml.tree(report);
        for (String step : steps()) {
            value = step(value, step);
        }
        InfoYaml.value(out, value);
    }

    /** Names and numbers. */
    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (String part : text.replace("[", ".").replace("]", "").split("\\.", -1)) {
            steps.add(part);
        }
        return steps;
    }

    private Object step(Object value, String step) {
        if (value instanceof Map<?, ?> fields && fields.containsKey(step)) {
            return fields.get(step);
        }
        boolean number =
                !step.isEmpty() && step.length() <= MOST_DIGITS && step.chars().allMatch(c -> c >= '0' && c <= '9');
        if (value instanceof List<?> list && number && Integer.parseInt(step) < list.size()) {
            return list.get(Integer.parseInt(step));
        }
        String there = value instanceof Map<?, ?> fields
                ? "there are "
                        + String.join(
                                ", ",
                                fields.keySet().stream().map(Object::toString).toList())
                : value instanceof List<?> list
                        ? "there are " + list.size() + ", numbered from 0"
                        : "that is one value";
        throw new ZrsException(ErrorCode.INVALID, "nothing is called '" + text + "'", there);
    }
}
