// Publishes messages of one size at one rate to a ROS 1 master, for "rosbag record" beside it (see src/bench/rosbag).
//
// usage: publish SIZE RATE SECONDS; prints how many were published.
#include <ros/ros.h>
#include <std_msgs/String.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

int main(int argc, char **argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: publish SIZE RATE SECONDS\n");
    return 2;
  }
  const std::size_t size = std::strtoull(argv[1], nullptr, 10);
  const double rate = std::strtod(argv[2], nullptr);
  const double seconds = std::strtod(argv[3], nullptr);
  ros::init(argc, argv, "publish", ros::init_options::AnonymousName | ros::init_options::NoSigintHandler);
  ros::NodeHandle node;
  ros::Publisher publisher = node.advertise<std_msgs::String>("/data", 100000);
  ros::AsyncSpinner spinner(1);
  spinner.start();
  while (publisher.getNumSubscribers() == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  std_msgs::String message;
  unsigned random = 1;
  for (std::size_t i = 0; i < size; i++) {
    random = random * 1664525 + 1013904223;
    message.data.push_back(static_cast<char>(random >> 24));
  }
  const auto start = std::chrono::steady_clock::now();
  const long total = static_cast<long>(rate * seconds);
  for (long sent = 0; sent < total;) {
    const double passed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const long due = std::min(total, static_cast<long>(passed * rate));
    for (; sent < due; sent++) {
      publisher.publish(message);
    }
    std::this_thread::sleep_for(std::chrono::microseconds(500));
  }
  std::printf("%ld\n", total);
  std::this_thread::sleep_for(std::chrono::seconds(2));
  return 0;
}
