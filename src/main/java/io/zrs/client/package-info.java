/**
 * The public node library: {@link io.zrs.client.Node}, its publishers and subscriptions, and the control connection.
 *
 * <p>The only package that may import {@code org.zeromq}. It must not know the master's side, the terminal or any
 * command.
 */
package io.zrs.client;
