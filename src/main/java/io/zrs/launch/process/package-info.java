/**
 * Programs as processes of this machine: each in a session of its own, found again by what its environment carries, and none of
 * them surviving this process.
 */
package io.zrs.launch.process;
