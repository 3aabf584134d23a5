/**
 * A drawing in a window of its own, by Swing, or in the viewer of the system. The only package that needs a display. Must not
 * know what a picture shows.
 */
package io.zrs.drawing.window;
