"""Messages between ZeROSMQ nodes: who gets what, in what order, unchanged."""

from scenario import scenario
from zrs_p1 import Node, collect, deliver, settle


@scenario()
def publish_before_subscribe(master):
    with Node("./talker.py", master.port) as talker, Node("./listener.py", master.port) as listener:
        talker.register_publish("BARO")
        listener.subscribe("BARO")
        deliver("BARO", talker, listener)


@scenario()
def subscribe_before_publish(master):
    with Node("./talker.py", master.port) as talker, Node("./listener.py", master.port) as listener:
        listener.subscribe("BARO")
        talker.register_publish("BARO")
        deliver("BARO", talker, listener)


@scenario()
def a_subscriber_gets_nothing_from_before_it_came(master):
    with Node("talker", master.port) as talker, Node("early", master.port) as early, Node("late", master.port) as late:
        talker.register_publish("BARO")
        early.subscribe("BARO")
        settle("BARO", talker, early)
        talker.publish("BARO", "old")
        talker.publish("BARO", "end of the old")
        collect("BARO", early, "end of the old")
        late.subscribe("BARO")
        settle("BARO", talker, late)
        talker.publish("BARO", "new")
        assert late.receive("BARO") == "new"


@scenario()
def two_publishers_and_two_subscribers(master):
    with Node("p1", master.port) as p1, Node("p2", master.port) as p2:
        with Node("s1", master.port) as s1, Node("s2", master.port) as s2:
            for publisher in (p1, p2):
                publisher.register_publish("BARO")
            for subscriber in (s1, s2):
                subscriber.subscribe("BARO")
            settle("BARO", p1, s1, s2)
            settle("BARO", p2, s1, s2)
            for number in range(100):
                p1.publish("BARO", f"p1 {number}")
                p2.publish("BARO", f"p2 {number}")
            for subscriber in (s1, s2):
                received = [subscriber.receive("BARO") for _ in range(200)]
                for name in ("p1", "p2"):
                    own = [payload for payload in received if payload.startswith(name)]
                    assert own == [f"{name} {number}" for number in range(100)], (subscriber.name, own)
                assert subscriber.receive("BARO", 0) is None


@scenario()
def a_topic_that_is_another_ones_prefix(master):
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        assert talker.register_publish("BARO") != talker.register_publish("BARO_AVG")
        assert listener.subscribe("BARO") != listener.subscribe("BARO_AVG")
        settle("BARO", talker, listener)
        settle("BARO_AVG", talker, listener)
        for number in range(50):
            talker.publish("BARO", f"raw {number}")
            talker.publish("BARO_AVG", f"average {number}")
        talker.publish("BARO", "done")
        talker.publish("BARO_AVG", "done")
        assert collect("BARO", listener, "done") == [f"raw {number}" for number in range(50)]
        assert collect("BARO_AVG", listener, "done") == [f"average {number}" for number in range(50)]


@scenario()
def one_node_publishes_and_subscribes(master):
    with Node("both", master.port) as both:
        both.register_publish("LOOP")
        both.subscribe("LOOP")
        deliver("LOOP", both, both)


@scenario()
def payloads_pass_unchanged(master):
    payloads = [
        "",
        " ",
        "  leading and trailing  ",
        "1,2,3,,",
        "two\nlines\r\nand a tab\t.",
        '{"a": [1, 2.5], "b": "x,y"}',
        "Grüße, 世界, \U0001f680, e\u0301",
        "\0 and \x7f",
        "BARO BARO BARO",
        "ERROR not one",
        "x" * 254,
        "x" * 255,
        "x" * 256,
        "x" * 65536,
    ]
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("BARO")
        listener.subscribe("BARO")
        settle("BARO", talker, listener)
        for payload in payloads:
            talker.publish("BARO", payload)
            received = listener.receive("BARO")
            assert received == payload, f"sent {payload[:80]!r}, received {received!r:.80}"


@scenario()
def topics_in_any_script(master):
    with Node("./знак.py", master.port) as talker, Node("聴衆", master.port) as listener:
        for topic in ("/chatter", "chatter", "température", "高度", "a,b", "a.b/c-d_e"):
            talker.register_publish(topic)
            listener.subscribe(topic)
            deliver(topic, talker, listener)


@scenario()
def five_megabytes(master):
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("IMAGE")
        listener.subscribe("IMAGE")
        settle("IMAGE", talker, listener)
        for number in range(4):
            payload = f"{number:07d}," * (5_000_000 // 8)
            talker.publish("IMAGE", payload)
            assert listener.receive("IMAGE") == payload, f"message {number} differs"


@scenario()
def bytes_that_are_not_text(master):
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("RAW")
        listener.subscribe("RAW")
        settle("RAW", talker, listener)
        frame = b"RAW " + bytes(range(256)) * 16
        talker.publishers["RAW"].send(frame)
        assert listener.subscribers["RAW"].recv() == frame


@scenario()
def messages_of_several_frames_pass_whole(master):
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("BARO")
        listener.subscribe("BARO")
        settle("BARO", talker, listener)
        messages = [
            [b"BARO", b"second"],
            [b"BARO first", b"", b"third"],
            [b"BARO", b"x" * 300_000, b"y", b"z" * 255, b""],
            [b"BARO alone"],
        ] * 20
        for message in messages:
            talker.publishers["BARO"].send_multipart(message)
        for message in messages:
            assert listener.subscribers["BARO"].poll(listener.deadline * 1000), "a message is missing"
            assert listener.subscribers["BARO"].recv_multipart() == message


@scenario()
def what_is_not_the_ports_topic_is_dropped(master):
    with Node("talker", master.port) as talker, Node("listener", master.port) as listener:
        talker.register_publish("BARO")
        listener.subscribe("BARO", prefix="")
        everything = listener.subscribers["BARO"]
        settle("BARO", talker, listener)
        own = [b"BARO 1", b"BARO", b"BARO 2"]
        strange = [b"BARO_AVG 1", b"BAR 1", b"", b" BARO 1", b"baro 1", b"BARO\n1", b"\0zrs/gate BARO", b"TEMP 3"]
        for frame in strange + own[:1] + strange + own[1:2] + strange + own[2:]:
            talker.publishers["BARO"].send(frame)
        talker.publishers["BARO"].send_multipart([b"TEMP", b"BARO hidden in a second frame"])
        talker.publish("BARO", "done")
        received = []
        while not received or received[-1] != b"BARO done":
            assert everything.poll(listener.deadline * 1000), f"only {received}"
            received.append(everything.recv())
        assert received[:-1] == own, received
