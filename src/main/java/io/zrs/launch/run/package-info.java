/**
 * Which node of a plan is started, started again and ended when: a state machine without processes, clock or threads of its
 * own.
 */
package io.zrs.launch.run;
