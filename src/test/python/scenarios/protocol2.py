"""Protocol 2 as docs/protocol.md describes it, from the outside."""

import base64
import json
import time

import zmq
import zrs_p1
from harness import Process, wait_until, zrs
from scenario import scenario
from zrs_p1 import settle
from zrs_p2 import DEADLINE, HOST, Client, Node, Refused


class Marks:
    """A node of protocol 2 as what settle() wants of one of protocol 1."""

    def __init__(self, node):
        self.name = node.name
        self.publish = node.publish


def refusal(client, op, **members):
    """The code that the master answers no with."""
    try:
        client.ask(op, **members)
    except Refused as no:
        return no.code
    raise AssertionError(f"{op} {members} was granted")


@scenario()
def a_node_is_known_by_what_it_says(master):
    with Client(master.port) as tool, Node("talker", master.port, host="robot", program="p", version="1") as talker:
        talker.advertise("/chatter")
        (found,) = tool.nodes()
        assert found["instance"] == talker.instance and found["protocol"] == 2 and found["address"] == "127.0.0.1", found
        assert (found["host"], found["program"], found["version"]) == ("robot", "p", "1"), found
        assert found["hidden"] is False and found["registrations"] == 1, found
        assert tool.graph() == [("/chatter", "publisher", "talker")]
        talker.ask("leave")
        assert tool.nodes() == [] and tool.graph() == []


@scenario()
def counters_are_exact(master):
    with Client(master.port) as tool, Node("p", master.port) as p, Node("s", master.port) as s:
        s.subscribe("/n")
        p.advertise("/n")
        for n in range(1000):
            p.publish("/n", str(n))
        for n in range(1000):
            assert s.receive("/n") == str(n)
        (topic,) = tool.ask("topics", topic="/n")["topics"]
        assert topic["messages_in"] == topic["messages_out"] == 1000 and topic["messages_lost"] == 0, topic
        assert topic["publishers"] == topic["subscribers"] == 1 and topic["idle_ms"] is not None, topic
        statistics = tool.ask("statistics", topic="/n")
        numbers = {(r["role"], r["node"]): r["messages"] for r in statistics["registrations"]}
        assert numbers == {("publisher", "p"): 1000, ("subscriber", "s"): 1000}, numbers
        assert statistics["master"]["messages_in"] == 1000 and statistics["master"]["nodes"] == 2, statistics
        sample = tool.ask("sample", topic="/n")["sample"]
        assert base64.b64decode(sample["data"]).decode().isdigit() and sample["size"] <= 3, sample
        assert p.ask("withdraw", topic="/n", role="publisher", sent=1000)["received"] == 1000
        s.ask("withdraw", topic="/n", role="subscriber")
        assert tool.graph() == []


@scenario()
def a_publisher_that_leaves_hears_of_its_last_messages(master):
    with Node("p", master.port) as p:
        p.advertise("/big")
        payload = "x" * 1_000_000
        for _ in range(50):
            p.publish("/big", payload)
        assert p.ask("withdraw", topic="/big", role="publisher", sent=50)["received"] == 50
        p.advertise("/big")
        p.publish("/big", "one")
        began = time.monotonic()
        assert p.ask("withdraw", topic="/big", role="publisher", sent=2)["received"] == 1
        assert 4 < time.monotonic() - began < 8, "a message that never came was waited for"


@scenario()
def two_nodes_of_one_name_stay_two(master):
    with Client(master.port) as tool, Node("twin", master.port) as one, Node("twin", master.port) as other:
        one.advertise("/t")
        other.advertise("/t")
        assert tool.names() == ["twin", "twin"]
        assert len(tool.ask("nodes", node="twin")["nodes"]) == 2
        assert refusal(tool, "ping", node="twin") == "refused"
        other.ask("leave")
        (left,) = tool.nodes()
        assert left["instance"] == one.instance, left


@scenario()
def pings_and_stops_are_passed_on(master):
    with Client(master.port) as tool, Node("n", master.port) as node, zrs_p1.Node("old", master.port) as old:
        old.register_publish("/old")
        ping = tool.send("ping", node="n")
        wait_until(lambda: node.take(0.1), "the node is pinged")
        answer = tool.reply(ping)
        assert answer["via"] == "node" and answer["instance"] == node.instance and answer["time_ns"] > 0, answer
        stop = tool.send("stop", node="n", instance=node.instance, reason="because")
        wait_until(lambda: node.take(0.1), "the node is told to stop")
        assert node.pushed[-1]["op"] == "stop" and node.pushed[-1]["reason"] == "because", node.pushed
        assert tool.reply(stop)["ok"]
        assert tool.ask("ping", node="old")["via"] == "connection"
        assert refusal(tool, "stop", node="old") == "refused"
        assert refusal(tool, "ping", node="nobody") == "not_found"
        node.answers = False
        assert refusal(tool, "ping", node="n") == "timeout"
        assert tool.ask("evict", node="n", instance=node.instance)["ok"]
        assert tool.names() == ["old"]


@scenario()
def who_asks_one_that_hangs_keeps_nobody_from_asking_others(master):
    with Client(master.port) as eager, Client(master.port) as tool, Node("hung", master.port), Node("n", master.port) as node:
        asked = [eager.send("ping", node="hung") for _ in range(100)]
        refused = [eager.reply(asked[-1])["error"]["code"], eager.reply(asked[0], 10)["error"]["code"]]
        assert refused == ["refused", "timeout"], refused
        ping = tool.send("ping", node="n")
        wait_until(lambda: node.take(0.1), "the other node is pinged")
        assert tool.reply(ping)["ok"]


@scenario()
def who_answers_is_not_evicted(master):
    with Client(master.port) as tool, Node("n", master.port) as node:
        evict = tool.send("evict", node="n", instance=node.instance)
        wait_until(lambda: node.take(0.1), "the node is pinged")
        assert tool.reply(evict)["error"]["code"] == "refused"
        assert tool.names() == ["n"]


@scenario()
def events_tell_what_changes(master):
    with Client(master.port) as tool, zrs_p1.Node("old", master.port) as old:
        tool.ask("events")
        with Node("n", master.port) as node:
            assert tool.event("node_joined")["node"]["instance"] == node.instance
            node.advertise("/e")
            assert tool.event("topic_added")["topic"] == "/e"
            tool.event("registered", topic="/e", role="publisher", node="n", instance=node.instance)
            old.subscribe("/e")
            tool.event("registered", topic="/e", role="subscriber", node="old")
            settle("/e", Marks(node), old)
            old.subscribers.pop("/e").close()
            tool.event("withdrawn", topic="/e", role="subscriber", node="old")
            reader = node.subscribe("/e")
            reader.close()
            node.ask("withdraw", topic="/e", role="publisher")
            tool.event("withdrawn", topic="/e", role="publisher", reason="stopped")
            node.ask("leave")
            tool.event("node_left", node="n", instance=node.instance, reason="stopped")
        tool.ask("events", end=True)
        with Node("unseen", master.port):
            tool.ask("nodes")
            assert all(message.get("node") != "unseen" for message in tool.pushed), tool.pushed


@scenario("--queue", "100KB")
def loss_is_known_to_all_whom_it_concerns(master):
    with Client(master.port) as tool, Node("p", master.port) as p, Node("slow", master.port) as slow:
        tool.ask("events")
        slow.subscribe("/l", room=1)
        p.advertise("/l")
        payload = "x" * 100_000
        sent = 0
        while not any(message.get("event") == "loss" for message in tool.pushed):
            p.publish("/l", payload)
            sent += 1
            tool.take(0.01)
            assert sent < 3000, "nothing is lost"
        loss = tool.event("loss", topic="/l", role="subscriber", node="slow", instance=slow.instance)
        assert 0 < loss["messages"] <= sent and loss["bytes"] > 0 and "--queue" in loss["reason"], loss
        assert p.ask("withdraw", topic="/l", role="publisher", sent=sent)["received"] == sent
        (known,) = slow.ask("heartbeat")["lost"]
        assert known["topic"] == "/l" and known["role"] == "subscriber" and known["messages"] >= loss["messages"], known
        (own,) = tool.ask("statistics", node="slow")["registrations"]
        assert own["messages"] == sent and own["messages_lost"] == known["messages"], (own, known)
        (topic,) = tool.ask("topics", topic="/l")["topics"]
        assert topic["messages_in"] == topic["messages_out"] == sent, topic
        assert topic["messages_lost"] == known["messages"] and topic["messages_waiting"] > 0, topic
        got = len(slow.early)
        while slow.sockets["subscriber", "/l"].poll(1000):
            slow.sockets["subscriber", "/l"].recv()
            got += 1
        assert got + known["messages"] == sent, f"{sent} sent, {got} received, {known['messages']} lost"


@scenario()
def the_unknown_is_answered_and_not_fatal(master):
    with Client(master.port) as tool:
        assert refusal(tool, "make_coffee", strength=3) == "unknown_operation"
        assert refusal(tool, "advertise", topic="/t") == "refused"
        assert refusal(tool, "heartbeat") == "refused"
        assert refusal(tool, "topics", topic="/none") == "not_found"
        assert refusal(tool, "sample", topic="/none") == "not_found"
        assert refusal(tool, "topics", topic="two words") == "invalid"
        assert refusal(tool, "join", node={"name": "n", "instance": "p1.7"}) == "invalid"
        assert tool.ask("nodes", colour="red", nested={"a": [1, {"b": None}]})["nodes"] == []
        for text in ("{", '{"op":', '{"op":7}', "{}", '{"id":1}', '{"op":"topics","id":"x"}', "{" * 5000, '{"a":1}{"b":2}'):
            tool.control.send_string(text)
            answer = json.loads(tool._receive(20))
            assert answer["ok"] is False and answer["error"]["code"] in ("invalid", "unknown_operation"), (text, answer)
        assert tool.ask("topics")["topics"] == []


@scenario()
def an_instance_is_one_nodes(master):
    with Node("a", master.port, instance="same") as a, Client(master.port) as other:
        assert refusal(other, "join", node={"name": "b", "instance": "same"}) == "refused"
        assert refusal(a, "join", node={"name": "b", "instance": "other"}) == "refused"
        assert other.ask("join", node={"name": "a", "instance": "same"})["ok"], "it may come back on another connection"
        a.close()
        assert other.names() == ["a"]


@scenario()
def a_req_socket_may_ask(master):
    with Client(master.port, zmq.REQ) as tool:
        assert tool.ask("nodes")["nodes"] == []
        assert refusal(tool, "events") == "refused"


@scenario()
def long_lists_come_in_pages(master):
    with Client(master.port) as tool, Node("many", master.port) as node:
        for n in range(1200):
            node.ask("subscribe", topic=f"/t{n}")
        first = tool.ask("topics")
        assert len(first["topics"]) == 1000 and first["next"] > 0, first.get("next")
        assert [t["topic"] for t in tool.pages("topics", "topics")] == [f"/t{n}" for n in range(1200)]
        assert len(tool.pages("graph", "registrations")) == 1200
        assert len(tool.pages("statistics", "registrations", node="many")) == 1200


@scenario()
def a_subscriber_is_connected_once_it_has_subscribed(master):
    def connected():
        ends = watch.ask("statistics", topic="/late")["registrations"]
        return [end["connected"] for end in ends if end["role"] == "subscriber"] == [True]

    with Node("late", master.port) as late, Client(master.port) as watch:
        port = late.ask("subscribe", topic="/late")["port"]
        assert not connected()
        address = f"127.0.0.1:{master.port}"
        pub = Process(zrs(), "pub", "-w", "1", "/late", "first", "--master", address)
        wait_until(lambda: "has 0 of 1 subscriber" in pub.stderr(), "it waits")
        sub = late.context.socket(zmq.SUB)
        sub.connect(f"tcp://{HOST}:{port}")
        sub.setsockopt(zmq.SUBSCRIBE, b"/late ")
        wait_until(connected, "it has subscribed")
        assert sub.poll(DEADLINE * 1000) and sub.recv() == b"/late first"
        assert pub.wait() == 0, pub.stderr()
        sub.setsockopt(zmq.UNSUBSCRIBE, b"/late ")
        wait_until(lambda: not connected(), "it subscribes to nothing any more")
        sub.close()
