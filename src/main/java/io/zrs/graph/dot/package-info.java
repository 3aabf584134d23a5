/** A graph as graphviz-java's model, and so as DOT source. Must not know engines and files. */
package io.zrs.graph.dot;
