package io.zrs.cli.doctor;

import io.zrs.doctor.Finding;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.util.List;

/** An object a line a finding. */
final class JsonFindings implements FindingForm {
    @Override
    public String text(List<Finding> findings) {
        ByteText out = new ByteText();
        for (Finding finding : findings) {
            new JsonLine(out)
                    .field("area", finding.area().word())
                    .field("check", finding.check())
                    .field("severity", finding.severity().word())
                    .field("what", finding.what())
                    .field("cause", finding.cause())
                    .field("remedy", finding.remedy())
                    .end();
        }
        return out.toString();
    }
}
