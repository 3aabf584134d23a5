/* Both ends of src/bench/play, on libzmq.
 *
 *   play sub PORT TOPIC COUNT FILE    receives, and writes for each message its number and when it came (two int64, nanoseconds)
 *   play pub PORT TOPIC COUNT BURST PERIOD PAUSE SIZE    sends COUNT messages: BURST of them PERIOD ns apart, then one after
 *                                     PAUSE ns, and so on; by clock_nanosleep, and PERIOD 0 as fast as it goes
 *
 * A message is "TOPIC NUMBER", padded with blanks to SIZE bytes of payload.
 */
#define _GNU_SOURCE
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

enum { PATIENCE = 20000 };

static int64_t nanos(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void die(const char *what) {
    fprintf(stderr, "play: %s: %s\n", what, zmq_strerror(zmq_errno()));
    exit(1);
}

static void *connected(void *context, int type, const char *port, const char *topic) {
    void *socket = zmq_socket(context, type);
    int none = 0;
    char address[64];
    zmq_setsockopt(socket, ZMQ_SNDHWM, &none, sizeof none); /* what is lost is not lost here */
    zmq_setsockopt(socket, ZMQ_RCVHWM, &none, sizeof none);
    if (type == ZMQ_SUB) {
        int patience = PATIENCE;
        zmq_setsockopt(socket, ZMQ_RCVTIMEO, &patience, sizeof patience);
        zmq_setsockopt(socket, ZMQ_SUBSCRIBE, topic, strlen(topic));
    }
    snprintf(address, sizeof address, "tcp://127.0.0.1:%s", port);
    if (zmq_connect(socket, address) != 0) {
        die(address);
    }
    return socket;
}

static void receive(void *socket, size_t head, long count, const char *file) {
    int64_t *seen = calloc(2 * count, sizeof *seen);
    long n = 0;
    static char frame[1 << 16];
    for (int64_t number = 0; number < count - 1; n++) {
        int length = zmq_recv(socket, frame, sizeof frame - 1, 0);
        if (length < 0 || n == count) {
            break; /* the rest is lost */
        }
        seen[2 * n + 1] = nanos();
        frame[length] = 0;
        seen[2 * n] = number = strtoll(frame + head, NULL, 10);
    }
    FILE *out = fopen(file, "wb");
    if (out == NULL || fwrite(seen, 2 * sizeof *seen, n, out) != (size_t)n || fclose(out) != 0) {
        perror(file);
        exit(1);
    }
}

static void publish(void *socket, const char *topic, char **times, long count) {
    long burst = atol(times[0]);
    int64_t period = atoll(times[1]), pause = atoll(times[2]);
    size_t size = atol(times[3]), head = strlen(topic) + 1;
    char opened[256];
    if (zmq_recv(socket, opened, sizeof opened, 0) < 0) {
        die("no subscription");
    }
    char *frame = malloc(head + size + 32);
    int64_t due = nanos();
    for (long i = 0; i < count; i++) {
        if (period > 0) {
            struct timespec until = {due / 1000000000, due % 1000000000};
            clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        }
        memset(frame, ' ', head + size);
        int length = sprintf(frame, "%s %ld", topic, i);
        frame[length] = ' ';
        if (zmq_send(socket, frame, (size_t)length > head + size ? (size_t)length : head + size, 0) < 0) {
            die("send");
        }
        due += (i + 1) % burst == 0 ? pause : period;
    }
}

int main(int argc, char **argv) {
    if (argc != 6 && argc != 9) {
        fputs("usage: play sub PORT TOPIC COUNT FILE | play pub PORT TOPIC COUNT BURST PERIOD PAUSE SIZE\n", stderr);
        return 2;
    }
    int subscribes = !strcmp(argv[1], "sub");
    void *context = zmq_ctx_new();
    void *socket = connected(context, subscribes ? ZMQ_SUB : ZMQ_XPUB, argv[2], argv[3]);
    if (subscribes) {
        receive(socket, strlen(argv[3]) + 1, atol(argv[4]), argv[5]);
    } else {
        publish(socket, argv[3], argv + 5, atol(argv[4]));
    }
    zmq_close(socket);
    zmq_ctx_term(context); /* waits until everything has left */
    return 0;
}
