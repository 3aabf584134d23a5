package io.zrs.cli.launch;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.NearMiss;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.launch.file.MasterPlan;
import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.OutputTarget;
import io.zrs.launch.file.Ready;
import io.zrs.launch.file.Respawn;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import io.zrs.yaml.Place;
import io.zrs.yaml.YamlFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which master a launch has: one that is there, or one that it starts. */
final class MasterChoice {
    /** What the started master is called among the nodes. */
    static final String NAME = "master";

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Pattern LISTENING = Pattern.compile("listening on (\\S+:(\\d+))$");

    private final Context context;
    private final MasterOption option;
    private final MasterPlan plan;
    private final Path file;

    MasterChoice(Context context, MasterOption option, MasterPlan plan, Path file) {
        this.context = context;
        this.option = option;
        this.plan = plan;
        this.file = file;
    }

    /** Whether there is one at all. */
    boolean isWanted() {
        return !(plan instanceof MasterPlan.None);
    }

    /** Where it will be, as far as that is known before; empty if not. */
    String likelyAddress() {
        if (!isWanted()) {
            return "";
        }
        if (plan instanceof MasterPlan.Start start) {
            return start.port() == 0 ? "" : reachable(start).toString();
        }
        return existing().toString();
    }

    /** A line for a shell, with the conditions as its commentary. */
    String description() {
        if (!isWanted()) {
            return "# no master";
        }
        if (plan instanceof MasterPlan.Start start) {
            return "# master\n"
                    + String.join(
                            " ", command(start).stream().map(PlanList::quoted).toList());
        }
        if (mayStart()) {
            return "# master, unless one answers at " + existing() + "\n"
                    + String.join(
                            " ",
                            command(startAt(existing())).stream()
                                    .map(PlanList::quoted)
                                    .toList());
        }
        return "# the master at " + existing() + " has to be there";
    }

    void json(ByteText out) {
        if (!isWanted()) {
            return;
        }
        JsonLine line = new JsonLine(out).field("name", NAME);
        if (plan instanceof MasterPlan.Start start) {
            line.field("command", command(start));
        } else if (mayStart()) {
            line.field("unless_at", existing().toString()).field("command", command(startAt(existing())));
        } else {
            line.field("existing", existing().toString());
        }
        line.end();
    }

    /** Whether one is started if none is there: on another machine, none can be. */
    private boolean mayStart() {
        return plan instanceof MasterPlan.Automatic && isHere(existing());
    }

    private MasterAddress existing() {
        return plan instanceof MasterPlan.At at ? option.given().orElse(at.address()) : option.address();
    }

    /**
     * The one that is there, if that is to be used.
     *
     * @return empty if one is to be started, or none is wanted
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if one has to be there and is not
     */
    Optional<MasterAddress> find() {
        if (plan instanceof MasterPlan.Start || !isWanted()) {
            return Optional.empty();
        }
        MasterAddress address = existing();
        try {
            connect(address).close();
            return Optional.of(address);
        } catch (ZrsException e) {
            if (e.code() == ErrorCode.NO_MASTER && mayStart()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The turn to start one, after which {@link #find} has to be asked again; empty while another launch has it. */
    Optional<MasterTurn> turn() {
        return isWanted() && mayStart()
                ? MasterTurn.take(existing(), context.environment())
                : Optional.of(new MasterTurn());
    }

    /** A client of a master, for short questions. */
    static MasterClient connect(MasterAddress address) {
        NodeName name = new NodeName("zrs_launch_" + ProcessHandle.current().pid());
        return MasterClient.connect(address, name, MOMENT);
    }

    /** The master as a node, where one is to be started: required, and ready when it listens. */
    NodePlan node() {
        MasterPlan.Start start = plan instanceof MasterPlan.Start wanted ? wanted : startAt(existing());
        Place place = new Place(new YamlFile(file.toString(), NearMiss::of), 1, 1);
        return new NodePlan(
                NAME,
                place,
                command(start),
                Map.of(),
                file.toAbsolutePath().normalize().getParent(),
                Respawn.NO,
                Duration.ZERO,
                true,
                List.of(),
                new Ready(new Ready.LinePrinted(LISTENING), Ready.DEFAULT_TIMEOUT),
                start.output());
    }

    /** Where a started master says in this line that it can be reached; empty if it says something else. */
    Optional<String> addressIn(String line) {
        Matcher found = LISTENING.matcher(line);
        return found.find()
                ? Optional.of(reachable(MasterAddress.parse(found.group(1))).toString())
                : Optional.empty();
    }

    private static MasterAddress reachable(MasterPlan.Start start) {
        return reachable(new MasterAddress(start.bind(), start.port()));
    }

    /** One that listens on every address is reached on this machine's own. */
    private static MasterAddress reachable(MasterAddress bound) {
        return switch (bound.host()) {
            case "0.0.0.0" -> new MasterAddress("127.0.0.1", bound.port());
            case "::" -> new MasterAddress("::1", bound.port());
            default -> bound;
        };
    }

    private static MasterPlan.Start startAt(MasterAddress address) {
        return new MasterPlan.Start(address.host(), address.port(), List.of(), OutputTarget.LOG);
    }

    private List<String> command(MasterPlan.Start start) {
        List<String> command =
                new ArrayList<>(List.of(context.programme(), "master", "--port", Integer.toString(start.port())));
        if (!start.bind().equals(MasterAddress.LOCAL.host())) {
            command.addAll(List.of("--bind", start.bind()));
        }
        command.addAll(start.options());
        return command;
    }

    private static boolean isHere(MasterAddress address) {
        try {
            InetAddress found = InetAddress.getByName(address.host());
            return found.isLoopbackAddress()
                    || found.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(found) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
