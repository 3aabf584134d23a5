/**
 * Where the boxes of a graph go and how its lines run: engines behind graphviz-java's interface that take DOT source and give
 * Graphviz's plain format, and that format read. Must not know what a graph means.
 */
package io.zrs.graph.layout;
