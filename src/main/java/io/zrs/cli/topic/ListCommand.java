package io.zrs.cli.topic;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.OriginalMaster;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.client.MasterClient;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The command {@code zrs topic list}. */
public final class ListCommand extends ZrsCommand {
    private final Argument<TopicName> namespace;
    private final Argument<Boolean> verbose;
    private final Argument<Boolean> published;
    private final Argument<Boolean> subscribed;
    private final Argument<Boolean> types;
    private final Argument<Boolean> count;
    private final Argument<Boolean> all;
    private final Argument<Boolean> watch;
    private final JsonOption json;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public ListCommand(Context context) {
        super(context, new Definition("list", "Lists the topics that somebody is on, or that are latched."));
        Definition me = definition();
        namespace = me.optionalParameter("NAMESPACE", TopicName::new, "Only this topic, and those below it.")
                .completes(ValueKind.TOPIC);
        verbose = me.flag("-v --verbose", "What is published and subscribed, and by how many.");
        published = me.flag("-p", "Only what is published.");
        subscribed = me.flag("-s", "Only what is subscribed.");
        types = me.flag("-t --show-types", "What the messages are, too.");
        count = me.flag("-c --count-topics", "Only how many there are.");
        all = me.flag("-a --all", "Also what was published once.");
        watch = me.flag("--watch", "Keep the list current until Ctrl-C.");
        json = new JsonOption(me);
        master = new MasterOption(context, me);
        me.examples(
                "zrs topic list -v",
                "zrs topic list -t /arm        /arm, /arm/joints and so on",
                "zrs topic list --json | jq -r '.topics[]'");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        TopicFilter filter = filter();
        if (watch.get()) {
            return watch(filter);
        }
        Found found = master.ask("list", this::ask);
        ByteText out = new ByteText();
        form(filter).append(out, filter.apply(found.topics()));
        context().show(out.toString());
        if (found.original()) {
            OriginalMaster.note(context(), notTold());
        }
        return ExitCode.DONE;
    }

    /** What a master of either kind told. */
    private record Found(List<TopicEntry> topics, boolean original) {}

    private Found ask(MasterClient client) {
        return new Found(TopicSurvey.read(client, wantsTypes()), TopicSurvey.isOriginal(client));
    }

    private boolean wantsTypes() {
        return !count.get() && (types.get() || verbose.get());
    }

    private List<String> notTold() {
        List<String> things = new ArrayList<>(List.of("subscribers without a publisher", "whether nodes have left"));
        if (wantsTypes()) {
            things.add("types");
        }
        return things;
    }

    private TopicFilter filter() {
        if (published.get() && subscribed.get()) {
            throw new ZrsException(ErrorCode.INVALID, "-p and -s exclude each other", "leave one of them out");
        }
        TopicFilter.Sides sides = published.get()
                ? TopicFilter.Sides.PUBLISHED
                : subscribed.get() ? TopicFilter.Sides.SUBSCRIBED : TopicFilter.Sides.BOTH;
        return new TopicFilter(namespace.value().map(TopicName::value), sides, all.get());
    }

    private TopicListForm form(TopicFilter filter) {
        if (json.wanted()) {
            return count.get() ? TopicListForm.jsonCount() : TopicListForm.json(wantsTypes());
        }
        if (count.get()) {
            return TopicListForm.count();
        }
        if (verbose.get()) {
            return TopicListForm.verbose(filter);
        }
        return types.get() ? TopicListForm.types() : TopicListForm.names();
    }

    private ExitCode watch(TopicFilter filter) throws IOException, InterruptedException {
        if (count.get()) {
            throw new ZrsException(ErrorCode.INVALID, "-c and --watch exclude each other", "leave one of them out");
        }
        TopicWatch following = new TopicWatch(context(), master, filter, wantsTypes());
        return following.run(watchView(filter));
    }

    private WatchView watchView(TopicFilter filter) {
        if (json.wanted()) {
            return ChangeView.json(context());
        }
        return context().terminal().out()
                ? new ScreenView(context(), form(filter), TerminalSize::ask)
                : ChangeView.lines(context());
    }
}
