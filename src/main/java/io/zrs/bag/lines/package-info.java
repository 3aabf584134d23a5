/**
 * ZeROSMQ recordings, as bytes: lines {@code ms,TOPIC,payload}.
 *
 * <p>Must not know MCAP, nodes, commands, or what is done with messages.
 */
package io.zrs.bag.lines;
