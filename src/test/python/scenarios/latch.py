"""Latched topics: the last message for those who come later."""

import zmq
import zrs_p1
from scenario import scenario
from zrs_p2 import Node


def old_subscriber(name, master, topic):
    node = zrs_p1.Node(name, master.port)
    node.subscribe(topic)
    return node


@scenario()
def latecomers_of_both_protocols_get_the_last_message_once(master):
    with Node("p", master.port) as p:
        p.advertise("/map", latch=True)
        with old_subscriber("early", master, "/map") as early:
            p.publish("/map", "first")
            p.publish("/map", "second")
            while (last := early.receive("/map")) != "second":
                assert last == "first", last
        with old_subscriber("late", master, "/map") as late, Node("later", master.port) as later:
            assert late.receive("/map") == "second"
            later.subscribe("/map")
            assert later.receive("/map") == "second"
            p.publish("/map", "third")
            assert late.receive("/map") == "third" and later.receive("/map") == "third"
            assert late.receive("/map", 0.3) is None and later.receive("/map", 0.3) is None


@scenario()
def the_master_keeps_it_when_the_publisher_has_left(master):
    with Node("p", master.port) as p:
        p.advertise("/map", latch=True)
        p.publish("/map", "kept")
        assert p.ask("withdraw", topic="/map", role="publisher", sent=1)["received"] == 1
    with old_subscriber("late", master, "/map") as late:
        assert late.receive("/map") == "kept"
        assert late.receive("/map", 0.3) is None


@scenario()
def what_is_not_latched_is_not_kept(master):
    with Node("p", master.port) as p, Node("s", master.port) as s:
        p.advertise("/now")
        p.publish("/now", "gone")
        assert p.ask("withdraw", topic="/now", role="publisher", sent=1)["received"] == 1
        s.subscribe("/now")
        assert s.receive("/now", 0.3) is None


@scenario()
def large_latched_messages_arrive_whole(master):
    payload = "m" * 5_000_000
    with Node("p", master.port) as p:
        p.advertise("/big", latch=True)
        p.publish("/big", payload)
        assert p.ask("withdraw", topic="/big", role="publisher", sent=1)["received"] == 1
    for name in ("a", "b"):
        with old_subscriber(name, master, "/big") as late:
            assert late.receive("/big") == payload


@scenario()
def a_subscription_to_everything_is_one_too(master):
    with Node("p", master.port) as p:
        p.advertise("/map", latch=True)
        p.publish("/map", "kept")
        assert p.ask("withdraw", topic="/map", role="publisher", sent=1)["received"] == 1
    with zrs_p1.Node("s", master.port) as s:
        s.subscribe("/map", prefix="")
        assert s.receive("/map") == "kept"
        s.subscribers["/map"].setsockopt(zmq.SUBSCRIBE, b"/map")
        assert s.receive("/map", 0.3) is None, "a second subscription brought it again"
