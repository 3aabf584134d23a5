package io.zrs.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.graph.Flows.Reading;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.RegistrationStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowsTest {
    private static final long SECOND = 1_000_000_000L;

    private static GraphView measured(Reading first, Reading second, String... system) {
        Flows flows = Flows.between(first, second);
        return Systems.view(new SystemGraph(Systems.of(system).snapshot(), Set.of(), Set.of(), flows));
    }

    private static Reading at(double seconds, RegistrationStatus... ends) {
        return new Reading((long) (seconds * SECOND), List.of(ends));
    }

    @Test
    void ratesAreDifferencesOverTime() {
        GraphView view = measured(
                at(10, Systems.status("a", true, "/x", 100, 0), Systems.status("b", false, "/x", 50, 7)),
                at(12, Systems.status("a", true, "/x", 120, 0), Systems.status("b", false, "/x", 70, 10)),
                "a > /x",
                "b < /x");
        assertEquals(Optional.of(new Flow(10, 100, 0, 0)), view.links().get(0).flow());
        assertEquals(
                Optional.of(new Flow(8.5, 85, 1.5, 10)), view.links().get(1).flow());
        assertEquals(Set.of(), view.links().get(0).marks());
        assertEquals(Set.of(Mark.LOSING), view.links().get(1).marks());
        assertTrue(view.byId().get("topic:/x").is(Mark.LOSING));
    }

    @Test
    void whatWasLostOnceIsNotBeingLost() {
        RegistrationStatus end = Systems.status("b", false, "/x", 50, 7);
        GraphView view = measured(at(1, end), at(2, end), "b < /x");
        assertEquals(Optional.of(new Flow(0, 0, 0, 7)), view.links().get(0).flow());
        assertEquals(Set.of(), view.links().get(0).marks());
    }

    @Test
    void anEndThatIsNewCountsFromNothingAndOneThatIsNotThereHasNoFlow() {
        GraphView view = measured(at(1), at(3, Systems.status("a", true, "/x", 20, 0)), "a > /x", "b < /x");
        assertEquals(10, view.links().get(0).flow().orElseThrow().messages());
        assertEquals(Optional.empty(), view.links().get(1).flow());
    }

    @Test
    void aMasterThatStartedAgainAndNoTimeAtAllHaveNoRate() {
        RegistrationStatus many = Systems.status("a", true, "/x", 100, 0);
        RegistrationStatus few = Systems.status("a", true, "/x", 3, 0);
        Flow none = new Flow(0, 0, 0, 0);
        assertEquals(
                none,
                measured(at(1, many), at(2, few), "a > /x")
                        .links()
                        .get(0)
                        .flow()
                        .orElseThrow());
        assertEquals(
                none,
                measured(at(2, few), at(2, many), "a > /x")
                        .links()
                        .get(0)
                        .flow()
                        .orElseThrow());
    }

    @Test
    void aPairHasItsPublishersRateAndItsPartOfTheLoss() {
        GraphView view = measured(
                at(0),
                at(
                        1,
                        Systems.status("a", true, "/x", 30, 0),
                        Systems.status("b", true, "/x", 10, 2),
                        Systems.status("c", false, "/x", 40, 8)),
                "a > /x",
                "b > /x",
                "c < /x");
        GraphView pairs = Pairs.of(view);
        assertEquals(new Flow(30, 300, 6, 6), pairs.links().get(0).flow().orElseThrow());
        assertEquals(new Flow(10, 100, 4, 4), pairs.links().get(1).flow().orElseThrow());
        assertEquals(Set.of(Mark.LOSING), pairs.links().get(0).marks());
    }
}
