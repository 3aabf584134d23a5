/**
 * Who talks to whom, made ready to be shown: vertices and links out of a snapshot, less what was not asked for, with rates;
 * and what differs between two of them. Must not know how it is drawn, nor masters, files and commands.
 */
package io.zrs.graph;
