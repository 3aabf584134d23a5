/**
 * Pixels from a drawing, by Java2D: PNG, and painting on what a window gives. Needs fonts, but no display. Must not know what
 * a picture shows, nor windows.
 */
package io.zrs.drawing.raster;
