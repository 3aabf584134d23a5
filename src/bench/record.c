/* Load for src/bench/record, on libzmq: a publisher that sends its messages in bursts, one each millisecond.
 *
 *   record PORT TOPIC SIZE COUNT RATE KIND    KIND: json (small objects, a counter in each) or noise (what no compression helps)
 *
 * Waits for the broker's subscription, then sends COUNT frames "TOPIC payload" of SIZE bytes of payload, RATE a second.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

static int64_t nanos(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void die(const char *what) {
    fprintf(stderr, "record: %s: %s\n", what, zmq_strerror(zmq_errno()));
    exit(1);
}

static void sleep_until(int64_t due) {
    int64_t left = due - nanos();
    if (left > 0) {
        struct timespec nap = {left / 1000000000, left % 1000000000};
        nanosleep(&nap, NULL);
    }
}

int main(int argc, char **argv) {
    if (argc != 7) {
        fputs("usage: record PORT TOPIC SIZE COUNT RATE json|noise\n", stderr);
        return 2;
    }
    const char *topic = argv[2];
    size_t head = strlen(topic) + 1, size = strtoul(argv[3], NULL, 10);
    long count = atol(argv[4]);
    double rate = atof(argv[5]);
    int json = !strcmp(argv[6], "json");
    void *context = zmq_ctx_new();
    void *socket = zmq_socket(context, ZMQ_XPUB);
    int none = 0;
    char address[64], opened[256];
    zmq_setsockopt(socket, ZMQ_SNDHWM, &none, sizeof none); /* what is lost is not lost here */
    snprintf(address, sizeof address, "tcp://127.0.0.1:%s", argv[1]);
    if (zmq_connect(socket, address) != 0) {
        die(address);
    }
    if (zmq_recv(socket, opened, sizeof opened, 0) < 0) {
        die("no subscription");
    }
    char *frame = malloc(head + size + 64);
    snprintf(frame, head + 1, "%s ", topic);
    uint64_t seed = 88172645463325252u;
    for (size_t i = head; i < head + size; i++) {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        frame[i] = (char)(json ? 'a' + seed % 26 : seed);
    }
    int64_t start = nanos();
    for (long i = 0; i < count; i++) {
        int64_t due = start + (int64_t)(i / rate * 1e9);
        if (nanos() < due) {
            sleep_until(due + 1000000);
        }
        if (json) {
            int from = snprintf(frame + head, 64, "{\"n\":%10ld,\"x\":%.6f,\"name\":\"", i, i * 0.001);
            frame[head + from] = 'a';
            memcpy(frame + head + size - 2, "\"}", 2);
        } else {
            memcpy(frame + head, &i, sizeof i);
            frame[head + 8] = (char)0xff; /* no UTF-8 */
        }
        if (zmq_send(socket, frame, head + size, 0) < 0) {
            die("send");
        }
    }
    zmq_close(socket);
    zmq_ctx_term(context); /* waits until everything has left */
    printf("%.3f\n", (nanos() - start) / 1e9);
    return 0;
}
