/**
 * A graph as something to look at or to read: a drawing, a canvas of characters, an outline, Mermaid, JSON, HTML. Must not
 * know masters, files and commands.
 */
package io.zrs.graph.picture;
