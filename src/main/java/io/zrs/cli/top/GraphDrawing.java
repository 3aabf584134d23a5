package io.zrs.cli.top;

import io.zrs.canvas.CellCanvas;
import io.zrs.client.MasterClient;

/** How who talks to whom is drawn. */
@FunctionalInterface
public interface GraphDrawing {
    /** Draws it for a screen of this size; a picture that is larger can be moved about. Asks the master, and throws as that does. */
    CellCanvas draw(MasterClient master, int rows, int columns);
}
