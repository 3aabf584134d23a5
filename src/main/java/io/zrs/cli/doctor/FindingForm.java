package io.zrs.cli.doctor;

import io.zrs.doctor.Finding;
import java.util.List;

/** How findings are written. */
interface FindingForm {
    /** All of them, line by line. */
    String text(List<Finding> findings);
}
