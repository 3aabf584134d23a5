"""The requests of protocol 1, well formed."""

import json
import signal
import sys

from harness import ROOT, Master, Process, free_ports, wait_until
from scenario import scenario
from zrs_p1 import Node, Refused, deliver, settle


@scenario()
def topics_are_listed_in_the_order_of_first_registration(master):
    with Node("talker", master.port) as talker, Node("other", master.port) as other:
        assert talker.topics() == []
        other.subscribe("ONLY_SUBSCRIBED")
        for topic in ("ZULU", "ALPHA", "MIKE"):
            talker.register_publish(topic)
        for topic in ("ALPHA", "BRAVO", "ZULU"):
            other.register_publish(topic)
        assert other.topics() == ["ZULU", "ALPHA", "MIKE", "BRAVO"], other.topics()


@scenario()
def a_stopped_publisher_leaves_the_others_alone(master):
    with Node("p1", master.port) as p1, Node("p2", master.port) as p2, Node("s", master.port) as s:
        p1.register_publish("BARO")
        p2.register_publish("BARO")
        s.subscribe("BARO")
        deliver("BARO", p1, s)
        p1.stop_publishing("BARO")
        deliver("BARO", p2, s)
        assert "p1" not in p2.map(), p2.map()
        p1.register_publish("BARO")
        deliver("BARO", p1, s)


@scenario()
def an_unsubscribed_node_leaves_the_others_alone(master):
    with Node("p", master.port) as p, Node("s1", master.port) as s1, Node("s2", master.port) as s2:
        p.register_publish("BARO")
        s1.subscribe("BARO")
        s2.subscribe("BARO")
        settle("BARO", p, s1, s2)
        s1.unsubscribe("BARO")
        deliver("BARO", p, s2)
        assert "s1" not in p.map(), p.map()
        s1.subscribe("BARO")
        deliver("BARO", p, s1)


@scenario()
def stopping_what_never_began_hurts_nobody(master):
    with Node("p", master.port) as p, Node("s", master.port) as s:
        p.register_publish("BARO")
        s.subscribe("BARO")
        for verb in ("REQUEST_STOP_PUB", "REQUEST_STOP_SUB"):
            for topic in ("BARO", "UNKNOWN"):
                reply = s.request_frames(f"{verb} stranger {topic}".encode())
                assert reply == [b"REQUEST GRANT"] or reply[0].startswith(b"ERROR "), reply
        deliver("BARO", p, s)


@scenario()
def node_names_with_blanks(master):
    with Node("./my scripts/pub 1.py", master.port) as p, Node("C:\\Program Files\\sub.py", master.port) as s:
        p.register_publish("BARO")
        s.subscribe("BARO")
        deliver("BARO", p, s)
        p.stop_publishing("BARO")
        s.unsubscribe("BARO")
        assert "->" not in s.map(), s.map()


@scenario()
def ports_are_used_again(master):
    with Node("n1", master.port) as n1, Node("n2", master.port) as n2:
        ingress = n1.register_publish("BARO")
        egress = n1.subscribe("BARO")
        assert len({ingress, egress, master.port}) == 3
        assert n2.register_publish("BARO") == ingress
        assert n2.subscribe("BARO") == egress
        assert n1.register_publish("BARO") == ingress, "asked twice"
        deliver("BARO", n1, n2)
        deliver("BARO", n2, n1)
        n1.stop_publishing("BARO")
        n2.stop_publishing("BARO")
        assert n1.register_publish("BARO") == ingress
        deliver("BARO", n1, n2)


@scenario(master=False)
def data_ports_are_kept_to_and_can_run_out():
    first = free_ports(4)
    with Master("--data-ports", f"{first}-{first + 3}") as master:
        with Node("p", master.port) as p, Node("s", master.port) as s:
            granted = [p.register_publish("A"), s.subscribe("A"), p.register_publish("B"), s.subscribe("B")]
            assert sorted(granted) == [first, first + 1, first + 2, first + 3], granted
            for ask in (p.register_publish, s.subscribe):
                try:
                    raise AssertionError(f"granted {ask('C')}, which no port is left for")
                except Refused as refused:
                    assert "port" in str(refused), refused
            deliver("A", p, s)
            deliver("B", p, s)
            assert p.register_publish("A") == granted[0]


@scenario()
def nodes_that_die_disappear(master):
    code = "import sys, zrs_p1\nn = zrs_p1.Node('mortal.py', int(sys.argv[1]))\n"
    code += "n.register_publish('BARO'); n.subscribe('TEMP'); print('ready', flush=True)\nimport time; time.sleep(600)"
    here = str(ROOT / "src" / "test" / "python")
    with Node("p", master.port) as p, Node("s", master.port) as s:
        s.subscribe("BARO")
        p.register_publish("TEMP")
        with Process(sys.executable, "-c", code, str(master.port), env={"PYTHONPATH": here}) as mortal:
            mortal.wait_for(lambda line: line == "ready", "ready")
            assert s.map().count("->") == 2, s.map()
            mortal.stop(signal.SIGKILL)
        wait_until(lambda: "->" not in s.map(), "the dead node has left the map")
        p.register_publish("BARO")
        deliver("BARO", p, s)


@scenario()
def the_hello_of_protocol_2(master):
    with Node("new", master.port) as new:
        hello = json.loads(new.request("LIST_ALL_TOPICS new zrs/2"))
        assert hello["zrs"] == 2 and hello["version"], hello
        assert new.topics() == []
