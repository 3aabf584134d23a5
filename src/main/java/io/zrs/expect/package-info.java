/**
 * What a running system is expected to do, and whether it did: rates, counts and contents of messages, silence, and who
 * talks to whom. A state machine over arrivals with a clock from outside.
 *
 * <p>Must not know sockets, commands or how a finding is printed.
 */
package io.zrs.expect;
