package io.zrs;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zrs.cli.Main;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of packages and what each may import. A package that is not in it yet has to be entered here. */
class ArchitectureTest {
    private static final JavaClasses ZRS =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("io.zrs");

    private static final List<String> JDK = List.of("java..", "javax..", "jdk.net..", "sun.misc..");
    private static final String ZEROMQ = "org.zeromq..";
    private static final String ZEROMQ_INSIDE = "zmq..";
    private static final String JSON = "com.fasterxml.jackson..";
    private static final String COMMAND_LINE = "picocli..";
    private static final String YAML = "org.snakeyaml..";
    private static final String CURVE = "com.neilalexander.jnacl..";
    private static final String TERMINAL = "org.jline..";
    private static final String GRAPHVIZ = "guru.nidi..";
    private static final String LZ4 = "net.jpountz..";
    private static final String ZSTD = "io.airlift..";
    private static final String LAYOUT = "org.eclipse..";

    /** What a package may import beside itself and the JDK; a package below it has a row of its own. */
    record Row(String name, List<String> mayImport) {
        static Row of(String name, String... mayImport) {
            return new Row("io.zrs." + name, List.of(mayImport));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> table() {
        String model = "io.zrs.model";
        String stats = "io.zrs.stats";
        String protocols = "io.zrs.protocol..";
        String client = "io.zrs.client";
        return List.of(
                Row.of("model"),
                Row.of("stats", model),
                Row.of("text"),
                Row.of("expression", "io.zrs.text", model, JSON),
                Row.of("input", "io.zrs.text", model),
                Row.of("yaml", model, YAML),
                Row.of("expect", "io.zrs.yaml", "io.zrs.expression", stats, model),
                Row.of("protocol", model),
                Row.of("protocol.legacy", "io.zrs.protocol", model),
                Row.of("protocol.json", "io.zrs.protocol", model, JSON),
                Row.of("zmtp", CURVE),
                Row.of("registry", model),
                Row.of("master", "io.zrs.master.state", "io.zrs.registry", "io.zrs.zmtp", protocols, stats, model),
                Row.of("master.state", model, JSON),
                Row.of("client", protocols, model, ZEROMQ, ZEROMQ_INSIDE),
                Row.of("bag", "io.zrs.bag.mcap", "io.zrs.bag.lines", "io.zrs.text", model, JSON),
                Row.of("bag.mcap", model, LZ4, ZSTD),
                Row.of("bag.lines", "io.zrs.text", model),
                Row.of(
                        "bag.record",
                        "io.zrs.bag",
                        "io.zrs.bag.mcap",
                        "io.zrs.expression",
                        "io.zrs.text",
                        client,
                        stats,
                        model),
                Row.of("bag.play", "io.zrs.bag", "io.zrs.expression", client, stats, model),
                Row.of(
                        "bag.edit",
                        "io.zrs.bag",
                        "io.zrs.bag.mcap",
                        "io.zrs.bag.lines",
                        "io.zrs.expression",
                        "io.zrs.text",
                        model),
                Row.of("drawing", "io.zrs.output"),
                Row.of("drawing.raster", "io.zrs.drawing", model),
                Row.of("drawing.window", "io.zrs.drawing", "io.zrs.drawing.raster", model),
                Row.of("canvas", "io.zrs.output"),
                Row.of("screen", "io.zrs.canvas", model, TERMINAL),
                Row.of("graph", stats, model),
                Row.of("graph.layout", "io.zrs.drawing", model, GRAPHVIZ, LAYOUT),
                Row.of("graph.dot", "io.zrs.graph", "io.zrs.drawing", "io.zrs.output", model, GRAPHVIZ),
                Row.of(
                        "graph.picture",
                        "io.zrs.graph",
                        "io.zrs.graph.dot",
                        "io.zrs.graph.layout",
                        "io.zrs.drawing",
                        "io.zrs.canvas",
                        "io.zrs.output",
                        model,
                        GRAPHVIZ,
                        JSON),
                Row.of("plot", "io.zrs.drawing", "io.zrs.canvas", "io.zrs.output", stats, model),
                Row.of("top", "io.zrs.canvas", "io.zrs.output", "io.zrs.text", client, stats, model, JSON),
                Row.of("doctor", "io.zrs.output", model),
                Row.of("output", "io.zrs.text", stats, model, JSON),
                Row.of("shell", "io.zrs.shell.text", "io.zrs.output", client, model),
                Row.of("shell.text", model),
                Row.of("shell.edit", "io.zrs.shell", "io.zrs.shell.text", "io.zrs.output", client, model, TERMINAL),
                Row.of("launch.file", "io.zrs.yaml", client, model),
                Row.of("launch.run", "io.zrs.launch.file", model),
                Row.of("launch.process", "io.zrs.launch.file", "io.zrs.launch.run", "io.zrs.text", model),
                Row.of("cli", "io.zrs..", COMMAND_LINE),
                Row.of("cli.*", "io.zrs..", COMMAND_LINE),
                Row.of("cli.*.*", "io.zrs..", COMMAND_LINE));
    }

    @ParameterizedTest
    @MethodSource("table")
    void importsOnlyWhatTheTableAllows(Row row) {
        List<String> allowed = Stream.of(List.of(row.name()), row.mayImport(), JDK)
                .flatMap(Collection::stream)
                .toList();
        classes()
                .that()
                .resideInAPackage(row.name())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(ZRS);
    }

    @Test
    void everyPackageIsInTheTable() {
        String[] known = table().stream().map(Row::name).toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(ZRS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.zrs.(**)").should().beFreeOfCycles().check(ZRS);
    }

    @Test
    void pixelsAndWindowsAreInTheirPlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.zrs.drawing.raster", "io.zrs.drawing.window")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
                .check(ZRS);
    }

    @Test
    void clientAndMasterNeverSeeEachOther() {
        slices().matching("io.zrs.(client|master)..")
                .should()
                .notDependOnEachOther()
                .check(ZRS);
    }

    @Test
    void aGroupOfCommandsNeverSeesASibling() {
        slices().matching("io.zrs.cli.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.zrs.cli.command.."))
                .check(ZRS);
    }

    @Test
    void nothingBelowKnowsTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.zrs.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.zrs.cli..")
                .check(ZRS);
    }

    @Test
    void mainAloneExits() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .check(ZRS);
    }

    @Test
    void staticFieldsDoNotChange() {
        fields().that().areStatic().should().beFinal().check(ZRS);
        noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(resideInAPackage("java.util.concurrent..").as("a type made to be changed"))
                .check(ZRS);
    }
}
