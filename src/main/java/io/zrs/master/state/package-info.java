/**
 * What a master keeps over a restart, in a file: topics' ports, and the registrations of protocol 1, whose nodes connect
 * again without a word.
 *
 * <p>Knows the form of the file and how to replace it safely. It must not know sockets, nor who decides what is kept.
 */
package io.zrs.master.state;
