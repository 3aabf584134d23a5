/* Load for relay.py, on libzmq: a publisher, a subscriber, and libzmq's own proxy to measure against.
 *
 *   relay proxy IN OUT                      forwards from port IN to port OUT until it is killed
 *   relay sub PORT TOPIC COUNT              counts, and times each message from the stamp in it
 *   relay pub PORT TOPIC SIZE COUNT RATE    RATE messages a second; 0: as fast as it goes
 *
 * A message is "TOPIC STAMP xxx…" in one frame; the stamp is the monotonic clock in nanoseconds, 20 digits.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

enum { STAMP_DIGITS = 20, FIRST_MESSAGE_MS = 15000, NEXT_MESSAGE_MS = 2000 };

static int64_t nanos(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void die(const char *what) {
    fprintf(stderr, "relay: %s: %s\n", what, zmq_strerror(zmq_errno()));
    exit(1);
}

static void *socket_on(void *context, int type, const char *port, int bound) {
    void *socket = zmq_socket(context, type);
    int none = 0;
    char address[64];
    snprintf(address, sizeof address, "tcp://127.0.0.1:%s", port);
    /* No limit on either side: what is measured is the broker, and a message lost is the broker's loss. */
    zmq_setsockopt(socket, ZMQ_SNDHWM, &none, sizeof none);
    zmq_setsockopt(socket, ZMQ_RCVHWM, &none, sizeof none);
    if (type == ZMQ_SUB) {
        return socket;
    }
    if ((bound ? zmq_bind(socket, address) : zmq_connect(socket, address)) != 0) {
        die(address);
    }
    return socket;
}

static void wait_until(int64_t due) {
    for (int64_t left = due - nanos(); left > 0; left = due - nanos()) {
        if (left > 100000) {
            struct timespec nap = {0, left - 80000 < 999999999 ? left - 80000 : 999999999};
            nanosleep(&nap, NULL);
        }
    }
}

static int publish(void *context, char **arg) {
    const char *topic = arg[1];
    size_t head = strlen(topic) + 1, size = strtoul(arg[2], NULL, 10);
    long count = atol(arg[3]);
    double rate = atof(arg[4]);
    void *socket = socket_on(context, ZMQ_XPUB, arg[0], 0);
    char opened[256];
    /* The broker's subscription: from here on nothing is lost on the way. */
    if (zmq_recv(socket, opened, sizeof opened, 0) < 0) {
        die("no subscription");
    }
    size = size < head + STAMP_DIGITS + 1 ? head + STAMP_DIGITS + 1 : size;
    char *frame = malloc(size + 1);
    memset(frame, 'x', size);
    int64_t start = nanos();
    for (long i = 0; i < count; i++) {
        if (rate > 0) {
            wait_until(start + (int64_t)(i * 1e9 / rate));
        }
        int written = snprintf(frame, size + 1, "%s %020" PRId64 " ", topic, nanos());
        if ((size_t)written < size) {
            frame[written] = 'x';
        }
        if (zmq_send(socket, frame, size, 0) < 0) {
            die("send");
        }
    }
    zmq_close(socket);
    zmq_ctx_term(context); /* waits until everything has left */
    return 0;
}

static int ascending(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static int subscribe(void *context, char **arg) {
    size_t head = strlen(arg[1]) + 1;
    long count = atol(arg[2]), got = 0;
    void *socket = socket_on(context, ZMQ_SUB, arg[0], 0);
    char address[64];
    int patience = FIRST_MESSAGE_MS;
    zmq_setsockopt(socket, ZMQ_SUBSCRIBE, arg[1], strlen(arg[1]));
    zmq_setsockopt(socket, ZMQ_RCVTIMEO, &patience, sizeof patience);
    snprintf(address, sizeof address, "tcp://127.0.0.1:%s", arg[0]);
    if (zmq_connect(socket, address) != 0) {
        die(address);
    }
    int64_t *delay = calloc(count + 1, sizeof *delay), first = 0, last = 0;
    zmq_msg_t message;
    zmq_msg_init(&message);
    while (got < count && zmq_msg_recv(&message, socket, 0) >= 0) {
        last = nanos();
        if (got == 0) {
            first = last;
            patience = NEXT_MESSAGE_MS;
            zmq_setsockopt(socket, ZMQ_RCVTIMEO, &patience, sizeof patience);
        }
        delay[got++] = last - strtoll((char *)zmq_msg_data(&message) + head, NULL, 10);
    }
    qsort(delay, got, sizeof *delay, ascending);
    printf("%ld %.6f %.1f %.1f\n", got, (last - first) / 1e9, got ? delay[got / 2] / 1e3 : 0,
           got ? delay[(long)(got * 0.99)] / 1e3 : 0);
    return 0;
}

int main(int argc, char **argv) {
    void *context = zmq_ctx_new();
    if (argc == 4 && !strcmp(argv[1], "proxy")) {
        return zmq_proxy(socket_on(context, ZMQ_XSUB, argv[2], 1), socket_on(context, ZMQ_XPUB, argv[3], 1), NULL);
    }
    if (argc == 5 && !strcmp(argv[1], "sub")) {
        return subscribe(context, argv + 2);
    }
    if (argc == 7 && !strcmp(argv[1], "pub")) {
        return publish(context, argv + 2);
    }
    fputs("usage: relay proxy IN OUT | sub PORT TOPIC COUNT | pub PORT TOPIC SIZE COUNT RATE\n", stderr);
    return 2;
}
