package io.zrs.cli.expect;

import io.zrs.cli.command.Context;
import io.zrs.expect.Finding;
import io.zrs.model.Message;
import io.zrs.output.ByteText;
import io.zrs.output.Envelope;
import io.zrs.output.JsonLine;
import io.zrs.text.Utf8;
import java.io.IOException;
import java.util.Arrays;

/** An object a line a finding. */
final class JsonForm implements FindingForm {
    private static final double NANOS = 1e9;
    private static final int DECIMALS = 3;

    /** A longer message is cut: a finding is no recording. */
    private static final int WHOLE_BYTES = 1 << 16;

    private static final int HEAD_BYTES = 1 << 10;

    private final Context context;

    JsonForm(Context context) {
        this.context = context;
    }

    @Override
    public void begin(int findings, int labels) {
        // Lines stand for themselves.
    }

    @Override
    public void add(Finding finding) throws IOException {
        ByteText out = new ByteText();
        JsonLine line = new JsonLine(out);
        if (!finding.name().isEmpty()) {
            line.field("name", finding.name());
        }
        line.field(finding.kind().word(), finding.subject())
                .field("check", finding.check())
                .field("outcome", finding.outcome().word())
                .field("expected", finding.expected())
                .field("actual", finding.actual())
                .field("seconds", finding.nanos() / NANOS, DECIMALS);
        if (!finding.reason().isEmpty()) {
            line.field("reason", finding.reason());
        }
        finding.message().ifPresent(message -> line.object("message", object -> message(object, message)));
        line.end();
        out.drainTo(context.out());
        context.out().flush();
    }

    private static void message(JsonLine object, Message message) {
        byte[] payload = message.payload();
        boolean whole = payload.length <= WHOLE_BYTES;
        Envelope.payload(object, whole ? payload : Utf8.withoutCutEnd(Arrays.copyOf(payload, HEAD_BYTES)));
        if (!whole) {
            object.field("truncated_from", payload.length);
        }
    }

    @Override
    public void end() {
        // Lines stand for themselves.
    }
}
