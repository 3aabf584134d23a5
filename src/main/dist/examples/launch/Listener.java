import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.util.concurrent.CountDownLatch;

/** Prints what comes on /chatter: java -cp '.../lib/*' Listener.java [COUNT]. */
public class Listener {
    public static void main(String[] args) throws InterruptedException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        CountDownLatch left = new CountDownLatch(count > 0 ? count : 1);
        try (Node node = Node.connect(MasterAddress.ofEnvironment(), new NodeName("listener"))) {
            node.subscribe(new TopicName("/chatter"), message -> {
                System.out.println("heard " + message.text());
                if (count > 0) {
                    left.countDown();
                }
            });
            System.out.println("listening");
            left.await();
        }
    }
}
