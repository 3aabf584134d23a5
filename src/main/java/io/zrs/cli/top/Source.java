package io.zrs.cli.top;

import io.zrs.canvas.CellCanvas;
import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.top.Reading;
import java.util.Optional;

/** Where figures come from. Every method may wait for the master, and throws as {@link io.zrs.client.MasterClient} does. */
interface Source {
    /** Where the master listens; does not wait. */
    String address();

    /** What is so now. */
    Reading read();

    /** A message of a topic that came not long ago. */
    Optional<Sample> sample(TopicName topic);

    /** A picture of who talks to whom, for a screen so wide; it may be larger. */
    CellCanvas graph(int columns);
}
