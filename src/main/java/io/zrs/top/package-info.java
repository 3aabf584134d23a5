/**
 * A whole system in numbers, on one screen: rates between two readings of the master's counters, tables that are sorted and
 * filtered, their canvas and their JSON. Must not know how readings are had, nor keys and terminals.
 */
package io.zrs.top;
