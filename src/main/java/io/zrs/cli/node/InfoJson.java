package io.zrs.cli.node;

import io.zrs.model.RegistrationStatus;
import io.zrs.output.JsonLine;
import java.io.IOException;
import java.util.List;

/** A node as one object. */
final class InfoJson implements InfoForm {
    private final NodeText text;

    InfoJson(NodeText text) {
        this.text = text;
    }

    @Override
    public void known(NodeReport report) {
        // An object cannot be shown by halves.
    }

    @Override
    public void rest(NodeReport report, Contact contact) throws IOException {
        JsonLine line = NodeJson.node(new JsonLine(text.json()), report.node());
        topics(line, "publications", report.publications());
        topics(line, "subscriptions", report.subscriptions());
        line.objects("connections", report.peers(), InfoJson::peer);
        line.objects("traffic", report.traffic(), InfoJson::traffic);
        if (report.reachable()) {
            line.object("ping", ping -> NodeJson.contact(ping, contact));
        }
        line.end();
        text.flush();
    }

    private static void topics(JsonLine line, String name, List<NodeReport.TypedTopic> topics) {
        line.objects(name, topics, (object, topic) -> {
            object.field("topic", topic.topic().value());
            if (topic.type().isEmpty()) {
                object.none("type");
            } else {
                object.field("type", topic.type());
            }
        });
    }

    private static void peer(JsonLine object, NodeReport.Peer peer) {
        object.field("topic", peer.topic().value()).field("direction", InfoText.direction(peer.role()));
        NodeJson.id(object, peer.node()).field("transport", "ZMTP");
    }

    private static void traffic(JsonLine object, RegistrationStatus end) {
        object.field("topic", end.topic().value())
                .field("direction", InfoText.direction(end.role()))
                .field("connected", end.connected());
        if (!end.address().isEmpty()) {
            object.field("address", end.address());
        }
        object.field("messages", end.passed().messages())
                .field("bytes", end.passed().bytes())
                .field("messages_waiting", end.waiting().messages())
                .field("bytes_waiting", end.waiting().bytes())
                .field("messages_lost", end.lost().messages())
                .field("bytes_lost", end.lost().bytes());
    }
}
