package io.zrs.cli.topic;

import io.zrs.output.JsonLine;
import java.util.List;

/** What a measuring command has to say of one topic in one report. */
interface Figures {
    /** One number of the table, and the column it stands in. */
    record Cell(String column, String text) {}

    /** Whether there is something to say that the report before did not. */
    boolean fresh();

    /** The lines about one topic, each with its line end; only if {@link #fresh}. */
    String block();

    /** The row about one of several topics; only if {@link #fresh}. */
    List<Cell> cells();

    /** What has to be said besides, on standard error; empty if nothing. */
    default String remark() {
        return "";
    }

    /** Adds the fields of the JSON object; null where there is nothing new. */
    void fields(JsonLine line);
}
