package io.zrs.doctor;

import java.util.ArrayList;
import java.util.List;

/** The findings of one area under construction. */
final class Findings {
    private final Area area;
    private final List<Finding> found = new ArrayList<>();

    Findings(Area area) {
        this.area = area;
    }

    void ok(String check, String what) {
        found.add(new Finding(area, Severity.OK, check, what, "", ""));
    }

    void note(String check, String what, String cause, String remedy) {
        found.add(new Finding(area, Severity.NOTE, check, what, cause, remedy));
    }

    void warning(String check, String what, String cause, String remedy) {
        found.add(new Finding(area, Severity.WARNING, check, what, cause, remedy));
    }

    void error(String check, String what, String cause, String remedy) {
        found.add(new Finding(area, Severity.ERROR, check, what, cause, remedy));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
