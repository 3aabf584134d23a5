/**
 * ZeROSMQ recordings, as bytes: what {@code recorddata.py} writes, a line {@code ms,TOPIC,payload} for each message. Finds
 * the lines, orders them and indexes the file, in bounded memory; must not know what a bag is, nor of MCAP.
 *
 * <p>{@code ms} is the time since {@code recorddata.py} began, a float of Python, with a fraction and perhaps an exponent. The
 * script writes {@code \r\n} behind the payload, which Windows makes {@code \r\r\n}; a payload with line ends of its own has
 * them in the file as they are. Payloads may hold commas, topics none.
 */
package io.zrs.bag.lines;
