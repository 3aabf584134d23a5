package io.zrs.doctor;

/**
 * One thing that was looked at.
 *
 * @param area what it is about
 * @param severity how bad it is
 * @param check for programs: what was looked at, in words joined by {@code _}; it stays the same over versions
 * @param what what was found, and with what
 * @param cause why that is so; empty where there is nothing to say
 * @param remedy what to do about it; empty where nothing has to be done
 */
public record Finding(Area area, Severity severity, String check, String what, String cause, String remedy) {}
