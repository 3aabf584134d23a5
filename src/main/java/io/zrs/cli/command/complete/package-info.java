/**
 * What a command line may go on with, and what its words are: from the commands' own definitions, the file system, and
 * whoever tells the names of topics, nodes and fields. For shells of the system, and for zrs's own.
 *
 * <p>Must not know any command, nor how a shell quotes: words come and go as the command would get them.
 */
package io.zrs.cli.command.complete;
