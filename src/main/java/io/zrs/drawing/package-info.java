/**
 * Pictures as data: figures with colours on a plane, how wide text is in them, and SVG.
 *
 * <p>Immutable and the same on every machine. Must not know what a picture shows, nor {@code java.desktop}: that begins in
 * {@code drawing.raster} and {@code drawing.window}.
 */
package io.zrs.drawing;
