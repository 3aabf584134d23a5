package io.zrs.master;

import io.zrs.registry.Registry;
import io.zrs.zmtp.MessageStore;
import io.zrs.zmtp.ZmtpContext;

/**
 * What all topics share.
 *
 * @param zmtp the event loop's clock
 * @param registry decides whose a data connection is
 * @param reports takes what goes to the log
 * @param losses told of subscribers that begin to lose messages
 * @param latched the memory of latched messages
 * @param openings the memory of new topics' first messages
 */
record TopicContext(
        ZmtpContext zmtp,
        Registry registry,
        Reports reports,
        LossListener losses,
        MessageStore latched,
        MessageStore openings) {}
