"""A master that behaves as the original ZeROSMQ master does, its failings included.

Usage: original_master.py [PORT]      0, the default, takes a free port; the port is printed first.

What it does: one REP socket for control, one SUB and one PUB socket a topic, all polled in turn by one thread.
What it does badly, on purpose, because clients have to live with it:
  - a request that is not three words ends it; so does an unknown verb's silence, in effect, as below
  - a request that it does not answer (REQUEST_STOP_PUB, REQUEST_STOP_SUB, unknown verbs) leaves the REP socket in debt
    of a reply: it never hears a request again, from anybody
  - a published topic beyond ASCII ends it, and so does a message that is not UTF-8
  - messages pass only while the topic has ever been subscribed to; before that they are dropped
"""

import sys

import zmq


class OriginalMaster:
    def __init__(self, port):
        self.context = zmq.Context()
        self.control = self.context.socket(zmq.REP)
        if port:
            self.control.bind("tcp://127.0.0.1:%d" % port)
            self.port = port
        else:
            self.port = self.control.bind_to_random_port("tcp://127.0.0.1")
        self.ingress = {}
        self.egress = {}

    def open(self, ends, kind, topic, node):
        if topic not in ends:
            socket = self.context.socket(kind)
            port = socket.bind_to_random_port("tcp://127.0.0.1")
            if kind == zmq.SUB:
                socket.setsockopt(zmq.SUBSCRIBE, topic.encode("ascii"))
            ends[topic] = (socket, port, [])
        ends[topic][2].append(node)
        self.control.send_string("REQUEST GRANT %d" % ends[topic][1])

    def answer(self, request):
        words = request.strip().split(" ")
        if len(words) != 3:
            raise AssertionError("not three words: " + request)
        verb, node, topic = words
        if verb == "REQUEST_PUB":
            self.open(self.ingress, zmq.SUB, topic, node)
        elif verb == "REQUEST_SUB":
            self.open(self.egress, zmq.PUB, topic, node)
        elif verb == "REQUEST_STOP_PUB":
            self.ingress[topic][2].remove(node)
        elif verb == "REQUEST_STOP_SUB":
            self.egress[topic][2].remove(node)
        elif verb == "LIST_ALL_TOPICS":
            self.control.send_string(",".join(self.ingress))
        elif verb == "REQUEST_MAP":
            self.control.send_string(self.map())

    def map(self):
        lines = ["digraph G {"]
        for topic, (_, _, publishers) in self.ingress.items():
            for publisher in publishers:
                for subscriber in self.egress.get(topic, (None, None, []))[2]:
                    ends = (publisher.split(".")[0], subscriber.split(".")[0], topic)
                    lines.append('\t%s -> %s [label="%s"]' % ends)
        return "\n".join(lines + ["}"])

    def forward(self, topic):
        try:
            text = self.ingress[topic][0].recv_string(zmq.NOBLOCK)
        except zmq.ZMQError:
            return
        if topic in self.egress:
            self.egress[topic][0].send_string(text)

    def run(self):
        while True:
            try:
                self.answer(self.control.recv_string(zmq.NOBLOCK))
            except zmq.ZMQError:
                pass
            for topic in self.ingress:
                self.forward(topic)


if __name__ == "__main__":
    master = OriginalMaster(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    print(master.port, flush=True)
    master.run()
