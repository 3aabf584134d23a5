/**
 * Pictures of characters: a grid of cells with ink, lines that join into corners and crossings, dots of braille. It is drawn
 * upon in memory and comes out as lines for a terminal. Must not know where they go, nor what they show.
 */
package io.zrs.canvas;
